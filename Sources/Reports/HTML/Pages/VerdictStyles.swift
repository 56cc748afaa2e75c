/// The look of verdicts and of what they rest on: small, and quiet unless something is wrong.
enum VerdictStyles {
  static let screen = """
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .equation { position: relative; }
    .equation:has(> .verdict) { margin-bottom: .8em; }
    .equation.wrong { margin-left: -.95rem; padding-left: calc(.95rem - 3px); border-left: 3px solid var(--bad); }
    .verdict, .link { --tone: var(--quiet); }
    .verdict.holds, .link.holds { --tone: var(--good); }
    .verdict.convention, .link.convention { --tone: var(--warning); }
    .verdict.unexpected, .link.fails, .link.conflicts { --tone: var(--bad); }
    .expected-failure .link.fails, .expected-failure .link.conflicts { --tone: var(--quiet); }
    .verdict { font-family: var(--sans); font-size: .74rem; line-height: 1.45; margin: .1rem 0 0; }
    p.verdict, .verdict > summary { color: var(--tone); width: fit-content; max-width: 100%; margin-left: auto; }
    .verdict.unexpected > summary, p.verdict.unexpected { font-weight: 600; }
    .verdict > summary { cursor: pointer; list-style: none; padding: .1rem 0; }
    .verdict > summary::-webkit-details-marker { display: none; }
    .verdict > summary::after { content: ""; display: inline-block; width: .36em; height: .36em; margin: 0 .15em .16em .55em;
      border: solid currentColor; border-width: 0 1px 1px 0; transform: rotate(-45deg); opacity: .75; }
    .verdict[open] > summary::after { transform: rotate(45deg); margin-bottom: .26em; }
    .verdict > summary:hover .word { text-decoration: underline; text-decoration-thickness: .06em; text-underline-offset: .2em; }
    .verdict:not(.beside) > summary { display: flex; align-items: baseline; gap: .3em; }
    .verdict:not(.beside) > summary::after { flex: none; margin-left: .25em; position: relative; top: -.16em; }
    .verdict:not(.beside)[open] > summary::after { top: -.26em; }
    .verdict .mark, .link .mark { display: inline-block; min-width: .9em; text-align: center; }
    .evidence { margin: .35rem 0 1.2rem; padding: .1rem 0 .1rem 1rem; border-left: 1px solid var(--line); text-align: left;
      color: var(--ink); font-size: .76rem; line-height: 1.5; }
    .wrong > .verdict > .evidence { border-left: 0; padding-left: 0; }
    .evidence > :last-child, .links > li > :last-child { margin-bottom: 0; }
    .evidence p { margin: 0 0 .5em; hyphens: manual; }
    .evidence code { font-size: .92em; }
    .facts { display: grid; grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr); gap: .15em .7em;
      margin: 0 0 .6em; }
    .facts dt { color: var(--quiet); }
    .facts dt .katex { white-space: nowrap; }
    .facts dd { margin: 0; font-variant-numeric: lining-nums tabular-nums; }
    .evidence .katex { font-size: 1.1em; }
    .evidence figure { margin: .7em 0; }
    .evidence figcaption { font-size: inherit; color: var(--quiet); margin: 0; }
    .evidence figure .scroll { padding: .3em 0; }
    .evidence figure .katex { font-size: 1.22em; }
    .evidence figcaption .katex { white-space: normal; }
    .evidence .katex-display, .evidence .katex-display > .katex { text-align: left; }
    .substitution .katex-display > .katex { white-space: normal; padding-left: 1.4em; text-indent: -1.4em; }
    .substitution .katex-display > .katex > .katex-html { min-width: 0; }
    .substitution .base { text-indent: 0; margin: .1em 0; }
    .substitution .arraycolsep { width: .32em !important; }
    @media (max-width: 40rem) {
      .repair .katex-display > .katex { white-space: normal; padding-left: 1.4em; text-indent: -1.4em; }
      .repair .katex-display > .katex > .katex-html { min-width: 0; }
      .repair .base { text-indent: 0; margin: .1em 0; }
    }
    .links { list-style: none; margin: 0; padding: 0; }
    .links > li { margin: 0; padding: .55em 0; border-top: 1px solid var(--hair); }
    .links > li:first-child { border-top: 0; padding-top: 0; }
    .evidence .link { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .7em; margin-bottom: .3em; }
    .verdict-of-link { color: var(--tone); flex: none; min-width: 8rem; }
    .claim { overflow: auto hidden; max-width: 100%; min-width: 0; padding: .1em .3em .1em 0; position: relative; }
    .claim .katex { font-size: 1.25em; }
    .verdict-list { margin-top: 3rem; }
    .verdict-list ol { list-style: none; padding: 0; margin: 0; }
    .verdict-list li { position: relative; margin: 0; padding: .4rem 0; border-top: 1px solid var(--hair);
      display: grid; grid-template-columns: minmax(0, 1fr); }
    .verdict-list .origin { font-family: var(--sans); font-size: .78rem; margin: 0; grid-area: 1 / 1; width: fit-content; }
    .verdict-list .origin::first-letter { text-transform: uppercase; }
    .verdict-list .verdict { grid-area: 1 / 1; pointer-events: none; margin: 0; }
    .verdict-list p.verdict { margin-left: auto; }
    .verdict-list .verdict > * { pointer-events: auto; }
    .verdict-list .origin { z-index: 1; }
    @media (max-width: 30rem) {
      .facts { display: block; }
      .facts dt, .facts dd { display: inline; }
      .facts dt { margin-right: .5em; }
      .facts dd::after { content: "\\A"; white-space: pre; }
      .verdict-list .verdict { grid-area: auto; }
      .equation.wrong { margin-left: -.8rem; padding-left: calc(.8rem - 3px); }
    }
    @media (min-width: 75rem) {
      .verdict.beside > summary, p.verdict.beside { position: absolute; left: calc(100% + 1.6rem); top: .55rem; width: 9.2rem;
        margin: 0; padding-left: 1.2em; text-indent: -1.2em; }
      .verdict.beside .mark { text-indent: 0; }
      .equation:has(> .beside:not([open])) { margin-bottom: 1.05em; }
    }

    """

  /// On paper nothing can be opened: the verdict stands, its evidence is left to the screen.
  static let print = """
    @media print {
      .verdict > .evidence, .verdict > summary::after { display: none; }
      .verdict::details-content { display: none; }
    }

    """
}
