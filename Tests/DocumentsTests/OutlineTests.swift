import Documents
import Testing

/// Markdown and what it is read as, in the notation of `outline`.
@Suite struct OutlineTests {
  @Test(arguments: [
    ("a *b* **c** `d`", "p[a _[b] *[c] `d`]"),
    ("a\nb  \nc\\\nd", "p[a/b//c//d]"),
    ("&amp; &lt; &#65; \\*", "p[& < A *]"),
    ("- a\n- b", "ul[[p[a]][p[b]]]"),
    ("- a\n\n- b", "ul+[[p[a]][p[b]]]"),
    ("3. a\n4. b", "ol3[[p[a]][p[b]]]"),
    ("> a\n\n---\n\n<b>\n", "quote[p[a]] rule html[<b>\n]"),
    ("[a](b \"c\") ![d](e) <http://f>", "p[link(b c)[a] image(e )[d] link(http://f )[http://f]]"),
    ("```swift x\na\n```", "code(swift x)[a\n]"),
    ("    a", "code()[a\n]"),
    ("", ""),
    ("\u{FEFF}# a", "h1[a]#a"),
  ])
  func `reads CommonMark`(markdown: String, expected: String) { #expect(outline(markdown) == expected) }

  @Test(arguments: [
    ("$x$", "p[$[x]]"),
    ("It costs $5 and $10.", "p[It costs $5 and $10.]"),
    ("\\$x$ and y$", "p[$x$ and y$]"),
    ("$x \\$ y$", "p[$[x \\$ y]]"),
    ("$ x_1 $ and $ y $ but 5 $ and 6 $", "p[$[ x_1 ] and $[ y ] but 5 $ and 6 $]"),
    ("$a = b $ and $c$", "p[$[a = b ] and $[c]]"),
    ("$a\n\nb$", "p[$a] p[b$]"),
    ("$a\n- b$", "p[$[a\n- b]]"),
    ("- $a\n- b$", "ul[[p[$a]][p[b$]]]"),
    ("a $$x$$ b", "p[a] $$[x] p[b]"),
    ("$$x$$ $$y$$", "$$[x] $$[y]"),
    ("*a $$x$$ b*", "p[_[a $$[x] b]]"),
    ("# a $$x$$", "h1[a $$[x]]#a-x"),
    ("\\(x\\) \\\\(y\\\\) \\[z\\] \\\\[u\\\\]", "p[$[x] $[y]] $$[z] $$[u]"),
    ("$`a`$", "p[$[a]]"),
    ("```math\nx^2\n```\n{#eq-m}", "$$[x^2]#eq-m"),
    ("```math {#eq-m}\nx\n```", "$$[x]#eq-m"),
    ("\\begin{align*}\na &= b\n\\end{align*}", "$$[\\begin{align*}\na &= b\n\\end{align*}]"),
    ("\\begin{table}x\\end{table}", "p[\\begin{table}x\\end{table}]"),
    ("$$\na\n\n- b\n= c\n# d\n> e\n$$", "$$[\na\n\n- b\n= c\n# d\n> e\n]"),
    ("$$ a\n\n# b\n\n$$c$$", "p[$$ a] h1[b]#b $$[c]"),
    ("$$a$$ {#eq-a .b expect=fails where=\"i \\ne j\"}", "$$[a]#eq-a.b{expect=fails}{where=i \\ne j}"),
    ("$$a$$\n{#eq-a}\nb", "$$[a]#eq-a p[b]"),
    ("**$x$**a_$y$_", "p[*[$[x]]a_$[y]_]"),
    ("[a $x$](b)", "p[link(b )[a $[x]]]"),
    ("<div>\n$$x$$\n</div>", "html[<div>\n] $$[x] html[</div>\n]"),
  ])
  func `finds formulas`(markdown: String, expected: String) { #expect(outline(markdown) == expected) }

  @Test(arguments: [
    ("`$x$` and ``a $b``", "p[`$x$` and `a $b`]"),
    ("`a $x` and b$", "p[`a $x` and b$]"),
    ("```\n$x$\n```", "code()[$x$\n]"),
    ("~~~\n$$\nx\n$$\n~~~", "code()[$$\nx\n$$\n]"),
    ("    $x$", "code()[$x$\n]"),
    ("a\n\n    $$\n    x\n    $$", "p[a] code()[$$\nx\n$$\n]"),
    ("a\n\n    $$\n    x\n\nb\n\n$$\nc\n$$", "p[a] code()[$$\nx\n] p[b] $$[\nc\n]"),
    ("<script>\n$('a')\n$$\n</script>\n\nb $c$", "html[<script>\n$('a')\n$$\n</script>\n] p[b $[c]]"),
    ("- a\n\n      $x$", "ul+[[p[a] code()[$x$\n]]]"),
    ("> ```\n> $x\n> ```\n\n$y$", "quote[code()[$x\n]] p[$[y]]"),
    ("<b a=\"$x$\">$y$</b>", "p[<<b a=\"$x$\">>$[y]<</b>>]"),
    ("[a](b$c$d) $e$", "p[link(b$c$d )[a] $[e]]"),
    ("[a](b \"$c$\")", "p[link(b $c$)[a]]"),
    ("<!-- $x$ -->", "html[<!-- $x$ -->\n]"),
    ("<pre>\n$$x$$\n</pre>", "html[<pre>\n$$x$$\n</pre>\n]"),
    ("``` $x$\na\n```", "code($x$)[a\n]"),
    ("<http://a/$b$>", "p[link(http://a/$b$ )[http://a/$b$]]"),
    ("`` `{nabla} x` ``", "p[``{nabla} x``]"),
  ])
  func `keeps maths out of what is not words`(markdown: String, expected: String) {
    #expect(outline(markdown) == expected)
  }

  @Test(arguments: [
    ("| a | b |\n|---|:-:|\n| $|x|$ | `\\|` |\n| c |", "table[a|b/$[|x|]|`|`/c|]"),
    ("a\nb|c\n-|-\n1|2|3", "p[a] table[b|c/1|2]"),
    ("|a|\n|-|\n|b|\n: A *cap* {#tbl-x .k}\nc", "table[a/b; A _[cap]]#tbl-x.k p[c]"),
    ("|a|\n|-|\n\n: cap $x$", "table[a; cap $[x]]"),
    ("|a|\n|-|\n{#tbl-x}", "table[a/{#tbl-x}]"),
    ("|a|\n|-|\n\n{#tbl-x}", "table[a]#tbl-x"),
    ("|a|\n|-|\n|b|\n---\nc", "table[a/b] rule p[c]"),
    ("|a|\n|-|\n> b", "table[a] quote[p[b]]"),
    ("> |a|\n> |-|\n> |*b*|", "quote[table[a/_[b]]]"),
    ("- |a|\n  |-|\n  |[b]|\n\n[b]: c", "ul[[table[a/link(c )[b]]]]"),
    ("|a|b|\n|-|\n", "p[|a|b|/|-|]"),
    ("|a|\n|-|\n|- b|\n|# c|", "table[a/- b/# c]"),
    ("a\n---\nb", "h2[a]#a p[b]"),
  ])
  func `reads tables`(markdown: String, expected: String) { #expect(outline(markdown) == expected) }

  @Test(arguments: [
    (
      "```{nabla}\n#| label: fig-x\n#| fig-cap: \"a: b\"\ndefine x\n  y\n```",
      "cell[label=fig-x;fig-cap=a: b;define x\n  y\n]"
    ),
    ("```nabla\nx\n```", "code(nabla)[x\n]"),
    ("```{nabla x}\nx\n```", "code({nabla x})[x\n]"),
    ("- ```{nabla}\n  a\n    b\n  ```", "ul[[cell[a\n  b\n]]]"),
    ("> ```{nabla}\n> $x$ | $y$\n> ```", "quote[cell[$x$ | $y$\n]]"),
    ("a `{nabla} loss` b `{nabla}`", "p[a value[loss] b `{nabla}`]"),
  ])
  func `reads cells and values`(markdown: String, expected: String) { #expect(outline(markdown) == expected) }

  @Test(arguments: [
    ("> [!NOTE]\n> a", "note()[p[a]]"),
    ("> [!tip] A *b*\n> - c", "tip(A _[b])[ul[[p[c]]]]"),
    ("> [!WARNING]", "warning()[]"),
    ("> [!info]\n> a", "quote[p[[!info]/a]]"),
    ("::: {.callout-note title=\"A b\"}\nc\n:::", "note(A b)[p[c]].callout-note"),
    ("::: {.callout-tip}\n## A\nb\n:::", "tip(A)[p[b]].callout-tip"),
    ("::: a\n::::: {.b #c}\nx\n:::::\n:::", "div[div[p[x]]#c.b].a"),
    ("a\n:::", "p[a] p[:::]"),
    ("> ::: a\n> b\n> :::\n\nc", "quote[div[p[b]].a] p[c]"),
    ("```\n::: a\n```", "code()[::: a\n]"),
    ("a[^1] b[^2]\n\n[^1]: c $x$\n\n    d\n[^n]: e", "p[a^[1] b[^2]] ^1[p[c $[x]] p[d]] ^n[p[e]]"),
    ("[^a]:\n    - x\n    - y", "^a[ul[[p[x]][p[y]]]]"),
    ("1) a\n[^b]: c\n1) d", "ol1[[p[a]]] ^b[p[c]] ol2[[p[d]]]"),
    ("see @eq-x, [@fig-y]. me@eq-x.com @user @eq-", "p[see @[eq-x], @[fig-y]. me@eq-x.com @user @eq-]"),
    ("[@eq-x](a)", "p[link(a )[@[eq-x]]]"),
  ])
  func `reads callouts, divisions, footnotes and references`(markdown: String, expected: String) {
    #expect(outline(markdown) == expected)
  }

  @Test(arguments: [
    ("# A *b* $c$ {#sec-x .k}", "h1[A _[b] $[c]]#sec-x.k"),
    ("# A b!\n# A b\n# A b", "h1[A b!]#a-b h1[A b]#a-b-1 h1[A b]#a-b-2"),
    ("# a\n# b {#a}", "h1[a]#a-1 h1[b]#a"),
    ("# a {#b} #", "h1[a]#b"),
    ("a {#b}\n===", "h1[a]#b"),
    ("# a {b}", "h1[a {b}]#a-b"),
    ("# Größe σ′", "h1[Größe σ′]#größe-σ"),
    ("#", "h1[]#section"),
    ("![a](b.png){#fig-a}", "p[image(b.png )[a]]#fig-a"),
    ("a {#b}", "p[a {#b}]"),
  ])
  func `names headings`(markdown: String, expected: String) { #expect(outline(markdown) == expected) }

  @Test(arguments: [
    ("$x$ [^1] @eq-a\n\n[^1]: b c", "p[$x$ [^1] @eq-a] p[[^1]: b c]"),
    ("|a|\n|-|", "p[|a|/|-|]"),
    ("---\na: b\n---", "rule h2[a: b]"),
    ("```{nabla}\nx\n```", "code({nabla})[x\n]"),
    ("::: a\n# b {#c}", "p[::: a] h1[b {#c}]"),
    ("> [!NOTE]\n> a", "quote[p[[!NOTE]/a]]"),
  ])
  func `adds nothing to CommonMark where no extensions are asked for`(markdown: String, expected: String) {
    #expect(outline(markdown, .none) == expected)
  }
}
