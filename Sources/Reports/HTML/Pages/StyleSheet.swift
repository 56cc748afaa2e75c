/// The look of a page. Every colour is a variable, so that light and dark differ in one place.
enum StyleSheet {
  static let page = colours + text + layout + VerdictStyles.screen + cells + print + VerdictStyles.print

  /// What only the index over several notebooks needs.
  static let index = """
    .index { list-style: none; padding: 0; }
    .index > li { margin: 0; padding: 1.3rem 0; border-top: 1px solid var(--line); }
    .index h2 { margin: 0 0 .2rem; font-size: 1.2rem; }
    .index h2 a { text-decoration: none; }
    .index h2 a:hover { text-decoration: underline; }
    .index .path, .index .forms { font-family: var(--sans); font-size: .78rem; color: var(--quiet); margin: 0 0 .3rem; }
    .index .forms { margin: .3rem 0 0; }
    .index .about { margin: 0 0 .3rem; }
    table.coverage thead th { vertical-align: bottom; }
    table.coverage tbody th { min-width: 7.5rem; }
    @media (min-width: 60rem) { .scroll:has(> table.coverage) { --room: min(62rem, 100vw - 4rem); width: var(--room); max-width: none;
      margin-left: calc(50% - var(--room) / 2); }
      table.coverage tbody th { min-width: 13rem; } }
    table.coverage th + th, table.coverage td { padding-inline: .5em; }
    table.coverage thead th { font-weight: 400; color: var(--quiet); }
    table.coverage td, table.coverage thead th:not(:first-child) { text-align: right; }
    table.coverage tbody th { font-weight: 400; }
    table.coverage tfoot > tr > * { border-top: .75px solid var(--ink); font-weight: 600; }
    """

  private static let colours = """
    :root {
      color-scheme: light dark;
      --paper: #fffefb; --ink: #1d1d1b; --quiet: #5d5b56; --line: #dcd8cf; --hair: #ebe8e1;
      --wash: #f7f5f0; --accent: #8a2f2b; --link: #244f7d; --good: #2b6440; --bad: #a3262a;
      --keyword: #7a3b10; --figure: #1f5c7a; --comment: #6a6760; --formula: #5b3a86;
      --note: #2f5f92; --tip: #2b6440; --important: #6b3f93; --warning: #855300; --caution: #a3262a;
      --tex-red: #c4161c; --tex-green: #1d7a32; --tex-blue: #1f4fc4; --tex-cyan: #007684; --tex-magenta: #a8209c; --tex-orange: #a85800;
      --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Source Serif Pro", "Palatino Linotype",
        Palatino, P052, "Noto Serif", Georgia, Cambria, "DejaVu Serif Condensed", "DejaVu Serif", serif;
      --sans: Inter, "Source Sans 3", "Segoe UI", "Helvetica Neue", Roboto, "Noto Sans", system-ui, Arial, sans-serif;
      --mono: "JetBrains Mono", "SF Mono", Menlo, Consolas, "Source Code Pro", "Liberation Mono", "DejaVu Sans Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #161615; --ink: #e4e1da; --quiet: #a29e95; --line: #3c3a36; --hair: #2b2a27;
        --wash: #1f1e1c; --accent: #e39a8d; --link: #93bde8; --good: #8cc79f; --bad: #f09a94;
        --keyword: #e2b184; --figure: #8cc5e0; --comment: #9a968c; --formula: #c4a8ea;
        --note: #93bde8; --tip: #8cc79f; --important: #c4a8ea; --warning: #e0b66c; --caution: #f09a94;
        --tex-red: #ff7d75; --tex-green: #79cf8b; --tex-blue: #8fb3ff; --tex-cyan: #5fd3e2; --tex-magenta: #ee8fe4; --tex-orange: #f0ab5c;
      }
    }

    """

  private static let text = """
    *, *::before, *::after { box-sizing: border-box; }
    html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
    body { margin: 0; background: var(--paper); color: var(--ink); font-family: var(--serif); line-height: 1.58;
      font-kerning: normal; font-variant-numeric: lining-nums; hanging-punctuation: first; overflow-wrap: break-word; }
    p, ul, ol, dl, blockquote, pre, figure { margin: 0 0 1.05em; }
    p { text-wrap: pretty; hyphens: auto; }
    h1, h2, h3, h4, h5, h6 { font-weight: 600; line-height: 1.22; text-wrap: balance; hyphens: manual; break-after: avoid; }
    h1 { font-size: 2.05rem; letter-spacing: -0.012em; margin: 0 0 .35em; }
    h2 { font-size: 1.42rem; letter-spacing: -0.006em; margin: 2.3em 0 .6em; }
    h3 { font-size: 1.14rem; margin: 1.9em 0 .5em; }
    h4, h5, h6 { font-size: 1rem; font-style: italic; margin: 1.6em 0 .4em; }
    main > :first-child { margin-top: 0; }
    a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .16em;
      text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
    a:hover { text-decoration-color: currentColor; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
    ul, ol { padding-left: 1.5em; }
    li { margin: .25em 0; }
    li > p { margin-bottom: .5em; }
    blockquote { margin-left: 0; padding-left: 1.1em; border-left: 2px solid var(--line); color: var(--quiet); }
    :is(h2, h3, h4, h5, h6):has(> .here) { padding-right: 1.1em; }
    .here { position: absolute; margin-left: .3em; font-weight: 400; text-decoration: none; color: var(--quiet); opacity: 0; }
    .here::before { content: "#"; }
    :is(h1, h2, h3, h4, h5, h6):hover > .here { opacity: 1; }
    main :is(.equation, .cell, .picture, .scroll, .expectation, .diagnostic, .diagnostic dt, .exercise, .callout, .dangling):target,
    main :target > :is(.picture, .scroll):only-child { outline: 1.5px solid color-mix(in srgb, var(--link) 55%, transparent);
      outline-offset: .4rem; border-radius: 2px; }
    hr { border: 0; height: 1px; background: var(--line); width: 6rem; margin: 2.6em auto; }
    img { max-width: 100%; height: auto; }
    p > img:only-child { display: block; margin: 1.6em auto; }
    code, pre { font-family: var(--mono); font-size: .82em; font-variant-ligatures: none; }
    pre code { font-size: 1em; }
    :not(pre) > code { background: var(--wash); border-radius: 3px; padding: .08em .28em; overflow-wrap: anywhere; }
    pre { overflow-x: auto; padding: .8em 1em; line-height: 1.5; background: var(--wash); border-radius: 4px; tab-size: 4; }
    sup, sub { line-height: 0; font-size: .72em; }
    .footnote a { text-decoration: none; padding: 0 .1em; }
    .value { font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
    .dangling, .missing, .missing-image { color: var(--bad); }
    .missing-image { font-style: italic; border: 1px dashed var(--line); padding: .3em .6em; display: inline-block; }

    """

  private static let layout = """
    .skip { position: absolute; left: -999rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; z-index: 2; }
    .skip:focus { left: .5rem; }
    .sheet { max-width: 37rem; margin: 0 auto; padding: 3.2rem 1.25rem 4rem; }
    .sheet > * { min-width: 0; }
    header { margin-bottom: 2.6rem; }
    .subtitle { font-size: 1.18rem; line-height: 1.4; color: var(--quiet); font-style: italic; margin: 0 0 .6em; }
    .byline { color: var(--quiet); font-size: .9rem; margin: 0 0 .6em; }
    .summary { font-family: var(--sans); font-size: .78rem; line-height: 1.5; color: var(--quiet); margin-top: 1.3rem;
      padding: .55rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
    .summary-list { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.4rem;
      font-family: var(--sans); font-size: .78rem; color: var(--quiet); }
    .summary-list li { margin: 0; }
    .summary-list .bad, .failures { color: var(--bad); }
    .failures { margin: .2rem 0 0; }
    .failures a { color: inherit; }
    .contents { font-family: var(--sans); font-size: .78rem; line-height: 1.4; }
    .contents ol { list-style: none; margin: 0; padding: 0; }
    .contents ol ol { padding-left: .9rem; }
    .contents li { margin: .42em 0; }
    .contents a { color: var(--quiet); text-decoration: none; }
    .contents a:hover { color: var(--ink); text-decoration: underline; }
    .contents.beside { scroll-target-group: auto; }
    .contents.beside a:target-current { color: var(--ink); font-weight: 600; }
    .contents.beside { display: none; }
    .contents.folded { margin: -1.2rem 0 2.4rem; }
    .contents summary { cursor: pointer; color: var(--quiet); padding: .35rem 0; }
    .contents details ol { padding-top: .2rem; }
    .neighbours { margin-top: 3.4rem; display: flex; flex-wrap: wrap; gap: 1rem 2rem; font-family: var(--sans); font-size: .82rem; line-height: 1.4; }
    .neighbours a { flex: 1 1 0; text-decoration: none; }
    .neighbours a:hover .title { text-decoration: underline; }
    .neighbours .way { display: block; color: var(--quiet); font-size: .74rem; }
    .neighbours .next { text-align: right; }
    .neighbours + footer { margin-top: 1.8rem; }
    footer { margin-top: 4rem; padding-top: .8rem; border-top: 1px solid var(--line); font-family: var(--sans);
      font-size: .72rem; color: var(--quiet); }
    .footnotes { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .88rem; }
    .footnotes p { margin-bottom: .4em; }
    .footnotes .back, .footnotes li > p:nth-last-child(2) { display: inline; }
    .on-paper { display: none; }
    .footnotes .back { margin-left: .4em; }
    @media (min-width: 68rem) {
      .sheet.with-contents { max-width: 66rem; display: grid; grid-template-columns: 13rem minmax(0, 37rem) 1fr;
        column-gap: 3.6rem; padding-top: 4.2rem; }
      .with-contents > :is(header, main, footer, .neighbours) { grid-column: 2; margin-inline: 1.25rem; }
      .with-contents > .folded { display: none; }
      .contents.beside { display: block; grid-column: 1; grid-row: 1 / span 4; position: sticky; top: 2.4rem;
        align-self: start; max-height: calc(100vh - 4rem); overflow-y: auto; padding: .5rem 0 1rem; }
      .contents.beside p { margin: 0 0 .5em; color: var(--ink); font-weight: 600; }
    }
    .scroll, pre { position: relative; }
    .scroll { overflow-x: auto; overflow-y: hidden; max-width: 100%; }
    .equation { margin: 1.05em 0; break-inside: avoid; }
    .equation .scroll { padding: .2em 0; }
    @media (min-width: 78rem) { .with-contents .equation:not(:has(> .beside)) > .scroll { width: max-content; min-width: 100%;
      max-width: calc(100% + 8.5rem); } }
    .katex { font-size: 1.12em; }
    .close { white-space: nowrap; }
    .katex [style*="color:red"] { color: var(--tex-red) !important; }
    .katex [style*="color:green"], .katex [style*="color:lime"] { color: var(--tex-green) !important; }
    .katex [style*="color:blue"] { color: var(--tex-blue) !important; }
    .katex [style*="color:cyan"] { color: var(--tex-cyan) !important; }
    .katex [style*="color:magenta"] { color: var(--tex-magenta) !important; }
    .katex [style*="color:orange"], .katex [style*="color:yellow"] { color: var(--tex-orange) !important; }
    caption .katex { font-size: 1.3em; color: var(--ink); }
    .katex-display { margin: 0; display: block; text-align: center; }
    .katex-display > .katex { display: block; text-align: center; white-space: nowrap; }
    .katex-display > .katex > .katex-html { min-width: max-content; }
    .katex-display > .katex > .katex-html:has(> .tag):not(:has(> .newline)) { display: flex; align-items: baseline; }
    .katex-html:has(> .tag)::before { content: ""; flex: 1 1 2.8em; }
    .katex-display > .katex > .katex-html > .tag { position: sticky; flex: 1 0 2.8em; text-align: right; pointer-events: none; }
    .katex-display > .katex > .katex-html > .newline ~ .tag { position: absolute; bottom: 0; }
    .katex-display > .katex > .katex-html > .tag::before { content: ""; position: absolute; inset: -30em 0; z-index: -1;
      background: linear-gradient(to right, transparent, var(--paper) .45em); }
    code.tex { white-space: pre-wrap; color: var(--quiet); }
    .equation code.tex { display: block; padding: .6em .9em; flex: 1; min-width: 0; }
    .scroll.untypeset { display: flex; align-items: center; gap: .8em; width: auto !important; }
    table { border-collapse: collapse; margin: 0 auto; min-width: min(100%, 20rem); font-family: var(--sans); font-size: .82rem; line-height: 1.4;
      font-variant-numeric: lining-nums tabular-nums; border-top: 1.5px solid var(--ink); border-bottom: 1.5px solid var(--ink); }
    .scroll:has(> table) { margin: 1.4em 0; }
    caption { caption-side: top; text-align: left; padding: 0 0 .5em; color: var(--quiet); }
    caption .number, figcaption .number { font-weight: 600; color: var(--ink); }
    th, td { padding: .32em .75em; text-align: left; vertical-align: baseline; }
    th:first-child, td:first-child { padding-left: .15em; }
    th:last-child, td:last-child { padding-right: .15em; }
    thead th { font-weight: 600; }
    thead tr:last-child > * { border-bottom: .75px solid var(--ink); }
    th.right, td.right { text-align: right; }
    th.center, td.center { text-align: center; }
    .exercise, .solution { margin: 1.5em 0; padding-left: 1.1em; border-left: 3px solid var(--line); }
    .exercise > :last-child, .solution > :last-child { margin-bottom: 0; }
    .exercise .solution { margin: .8em 0 0; }
    .exercise-title, .solution > summary { font-family: var(--sans); font-size: .82rem; font-weight: 600; margin: 0 0 .4em; }
    .solution > summary { cursor: pointer; width: fit-content; }
    .solution:not([open]) > summary { margin: 0; }
    .exercise-title .number, .solution > summary .number { margin-right: .3em; }
    .callout { margin: 1.5em 0; padding: .1em 0 .1em 1.1em; border-left: 3px solid var(--tone); }
    .callout > :last-child { margin-bottom: 0; }
    .callout-title { font-family: var(--sans); font-size: .82rem; font-weight: 600; color: var(--tone); margin-bottom: .3em; }
    .note { --tone: var(--note); } .tip { --tone: var(--tip); } .important { --tone: var(--important); }
    .callout.warning { --tone: var(--warning); } .caution { --tone: var(--caution); }

    """

  private static let cells = """
    .cell { margin: 1.6em 0; }
    .cell .source { margin: 0; background: var(--wash); border-radius: 4px; border-left: 2px solid var(--line); }
    .cell .source, .fold .source { font-size: .78rem; }
    .fold summary { cursor: pointer; font-family: var(--sans); font-size: .78rem; color: var(--quiet); padding: .2rem 0; }
    .keyword { color: var(--keyword); font-weight: 600; }
    pre .number { color: var(--figure); }
    .comment { color: var(--comment); font-style: italic; }
    .maths { color: var(--formula); }
    .sign { color: var(--quiet); }
    .outputs { margin: .8em 0 0; padding-left: 1.05rem; }
    .outputs > :last-child { margin-bottom: 0; }
    .outputs p { margin: .3em 0; hyphens: manual; }
    .message { font-family: var(--sans); font-size: .8rem; color: var(--quiet); }
    .outputs .caption { font-family: var(--sans); font-size: .82rem; color: var(--quiet); }
    .caption .number { font-weight: 600; color: var(--ink); }
    .working > ol { margin: .3rem 0; padding-left: 1.4rem; font-family: var(--sans); font-size: .8rem; }
    .working .words { color: var(--quiet); }
    .working .lines { font-size: 1rem; padding: .35em 0 .3em; display: flex; flex-wrap: wrap; gap: .35em 1.4em; }
    .lines > .katex-display { flex: 0 1 auto; min-width: min(100%, 13.2rem); }
    .lines > .katex-display > .katex { white-space: normal; text-align: left; padding-left: 1.6em; text-indent: -1.6em; }
    .lines > .katex-display > .katex > .katex-html { min-width: 0; }
    .lines .base { text-indent: 0; margin: .1em 0; }
    .number-line { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem 1.2rem; }
    .words { font-family: var(--sans); font-size: .78rem; color: var(--quiet); }
    .outputs .scroll:has(> table) { margin: 1em 0; }
    .outputs table { margin: 0; }
    table.numbers th, table.numbers td { padding: .3em .45em; white-space: nowrap; }
    table.numbers thead th { white-space: normal; vertical-align: bottom; }
    table.numbers tr > :first-child { padding-left: .1em; }
    table.numbers tr > :last-child { padding-right: .1em; }
    table.numbers td { text-align: right; }
    table.numbers thead th { text-align: right; }
    table.numbers thead th.names, table.numbers tbody th { text-align: left; }
    table.numbers :is(thead th.names, tbody th).figures { text-align: right; padding-right: 1.1em; }
    table.numbers th[scope=colgroup] { text-align: center; font-weight: 400; color: var(--quiet); padding-bottom: 0; }
    table.numbers th[scope=colgroup]:not(:nth-child(2)) { padding-left: 1.6em; }
    table.numbers tbody th { font-weight: 400; }
    table.numbers td .front { display: inline-block; text-align: right; }
    table.numbers td .tail { display: inline-block; text-align: left; }
    .none { color: var(--quiet); }
    table.verdicts :is(td, th):nth-child(2) { text-align: right; }
    .matrix { margin: .9em 0; }
    .matrix .scroll { padding: .2em 0; }
    .matrix .katex-display, .matrix .katex-display > .katex { text-align: left; }
    figcaption { font-family: var(--sans); font-size: .78rem; color: var(--quiet); margin-top: .3em; }
    .picture { margin: 1em 0 1.2em; }
    .picture figcaption { font-size: .82rem; margin: 0 0 .5em; }
    .picture svg { display: block; max-width: 100%; height: auto; margin-inline: auto; overflow: visible; }
    .picture.wide .scroll { padding: 1px; }
    .expectation { font-size: .86rem; padding-left: 1.25em; text-indent: -1.25em; }
    .expectation .mark { display: inline-block; width: 1.1em; text-indent: 0; font-family: var(--sans); font-weight: 700; }
    .expectation .outcome { font-family: var(--sans); font-size: .78rem; }
    .passed .mark, .passed .outcome { color: var(--good); }
    .failed .mark, .failed .outcome { color: var(--bad); font-weight: 600; }
    .expectation .found { font-family: var(--sans); font-size: .78rem; color: var(--quiet); }
    .expectation .found::before { content: "· "; }
    .diagnostic { margin: .9em 0; padding: .7em 0 .1em 1em; border-left: 3px solid var(--tone); --tone: var(--bad); }
    .diagnostic.warning { --tone: var(--warning); }
    .diagnostic.note { --tone: var(--note); }
    .diagnostic .headline { font-family: var(--sans); font-size: .84rem; }
    .diagnostic .headline strong { color: var(--tone); }
    .diagnostic pre { margin: .5em 0; font-size: .74rem; background: var(--wash); }
    .diagnostic dl { margin: .5em 0 .7em; font-size: .8rem; }
    .diagnostic dt { font-size: .74rem; overflow-wrap: anywhere; }
    .diagnostic dd { margin: 0 0 .6em 1.2em; font-family: var(--sans); }
    .diagnostic .help { font-family: var(--sans); font-size: .8rem; }

    """

  private static let print = """
    @media (max-width: 40rem) {
      html { font-size: 106.25%; }
      .sheet { padding: 1.8rem 1.1rem 3rem; }
      h1 { font-size: 1.72rem; }
      .outputs { padding-left: .2rem; }
      .katex { font-size: 1.08em; }
      .long { display: inline-block; max-width: 100%; overflow: auto hidden; vertical-align: bottom; position: relative; }
      .close.wide > .katex { white-space: normal; }
      table.numbers tbody th { white-space: normal; }
      .scroll > table > caption { position: sticky; left: 0; max-width: calc(100vw - 2.6rem); }
      main > .cell > .outputs > .picture:not(.wide) { margin-inline: -1.05rem -.85rem; }
      main > .cell > .outputs > .picture:not(.wide) figcaption { margin-inline: 1.05rem .85rem; }
      .neighbours { flex-direction: column; }
      .katex-html:has(> .tag)::before { flex-basis: 0; }
      .picture.wide svg { width: 34rem; max-width: none; }
    }
    @media (min-width: 40rem) { p .katex:not(:has(.base ~ .base ~ .base)) { white-space: nowrap; } }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    @page { margin: 20mm 28mm 22mm; }
    @media print {
      :root { --paper: #fff; --ink: #000; --wash: #f6f6f4; }
      html { font-size: 11pt; }
      .sheet, .sheet.with-contents { display: block; max-width: none; padding: 0; }
      .contents, .skip, .neighbours, .solution:not([open]) { display: none !important; }
      sup.on-paper { display: inline; }
      .links-on-paper { display: block; margin-top: 1.5rem; font-size: .88rem; overflow-wrap: anywhere; }
      pre { white-space: pre-wrap; overflow: visible; }
      .here { display: none; }
      main :target { outline: none !important; }
      .scroll { overflow: visible; }
      .equation > .scroll { width: max-content; min-width: 100%; max-width: calc(100% + 22mm); }
      .katex-display > .katex > .katex-html > .tag { position: static; }
      .katex-display > .katex > .katex-html > .tag::before { display: none; }
      .equation, .cell .outputs > *, table, figure, pre, .callout, .index > li { break-inside: avoid; }
      .fold:not([open]) > summary { list-style: none; }
      .fold::details-content { content-visibility: visible; block-size: auto; }
      .outputs > .expectation { break-before: avoid; }
      .source.tall { break-inside: auto; orphans: 4; widows: 4; }
      .source:not(.tall):has(+ .outputs), .exercise-title, caption, figcaption, .caption { break-after: avoid; }
      .matrix figcaption { break-before: avoid; break-after: auto; }
      .cell .outputs > .working { break-inside: auto; }
      .working > p { break-after: avoid; }
      .working > ol > li, .working .lines > * { break-inside: avoid; }
      p:has(+ .equation, + .cell, + pre, + ul, + ol, + .scroll) { break-after: avoid; }
      .picture svg { zoom: .8; max-height: 246mm; width: auto; max-width: 100%; }
      p { orphans: 3; widows: 3; }
      a { color: inherit; }
    }

    """
}
