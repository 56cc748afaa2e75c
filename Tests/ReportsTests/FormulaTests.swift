import Diagnostics
import Documents
import Reports
import Testing

/// What becomes of formulas before KaTeX sees them.
@Suite struct FormulaTests {
  @Test(arguments: [
    ("$$a = b$$ {#eq-x}", #"⟪a = b \tag{1}⟫"#),
    ("$$\na = b\n$$ {#eq-x}", "⟪\na = b \\tag{1}\n⟫"),
    (#"$$a \label{x}$$"#, #"⟪a  \tag{1}⟫"#),
    (#"$$a \tag{BP1}\label{x}$$"#, #"⟪a \tag{BP1}⟫"#),
    ("$$a$$", "⟪a⟫"),
    ("$$a % why\n$$ {#eq-x}", "⟪a % why\n\\tag{1}\n⟫"),
    (
      #"\begin{align}a &= b \label{p} \\ c &= d \nonumber \\ e &= f \label{q}\end{align}"#,
      #"⟪\begin{align*}a &= b \tag{1} \\ c &= d  \\ e &= f \tag{2}\end{align*}⟫"#
    ),
    (#"\begin{align}a &= b \\ c &= d\end{align}"#, #"⟪\begin{align*}a &= b \\ c &= d\end{align*}⟫"#),
    (#"\begin{eqnarray}a &=& b\end{eqnarray}"#, #"⟪\begin{darray}{rcl}a &=& b\end{darray}⟫"#),
    (#"\begin{equation}a \notag\end{equation}"#, #"⟪\begin{equation*}a \end{equation*}⟫"#),
    (
      #"$$\begin{align}\begin{matrix}a \\ b\end{matrix}\end{align}$$ {#eq-x}"#,
      #"⟪\begin{align*}\begin{matrix}a \\ b\end{matrix}\end{align*} \tag{1}⟫"#
    ),
    (#"$$a\label{x}$$"# + "\n\nSee $b \\text{ of } \\eqref{x}$ and $\\ref{x}$.", #"⟨b \text{ of } \text{(1)}⟩"#),
    (#"$\eqref{x}$ and $$a\label{x}$$"#, ##"<a class="reference" href="#x">(1)</a>"##),
    (#"$$a\label{x}$$ $$b\tag{1}$$ $$c\label{y}$$"#, #"⟪c \tag{3}⟫"#),
    (#"$$a\label{x}$$ $$b\tag*{1}$$ $$c\label{y}$$"#, #"⟪a \tag{1}⟫"#),
    (
      #"$$a\label{x}$$"# + "\n\nSee \\eqref{x}, or number \\ref{x}.",
      ##"See <a class="reference" href="#x">(1)</a>, or number <a class="reference" href="#x">1</a>."##
    ),
    ("`\\eqref{x}`", #"<code>\eqref{x}</code>"#),
    (#"$\newcommand{\R}{\mathbb{R}}\R^n$ then $\R x$"#, #"⟨\mathbb{R} x⟩"#),
    (#"$\def\d#1#2{\frac{#1}{#2}}$$\d{a}b c$"#, #"⟨\frac{a}{b} c⟩"#),
    (#"$\DeclareMathOperator{\softmax}{softmax}\softmax z$"#, #"⟨\operatorname{softmax} z⟩"#),
  ])
  func `are numbered, and rewritten for KaTeX`(markdown: String, expected: String) {
    let page = HTMLReport.render(document(reading: markdown), nil, typesetter: EchoTypesetter())
    #expect(main(of: page.value).contains(expected), "\(main(of: page.value))")
  }

  @Test(arguments: [
    ("\\pder", #"\frac{\partial #1}{\partial #2}"#, #"\pder{a}b"#, #"\frac{\partial a}{\partial b}"#),
    ("\\a", #"\alpha"#, #"\a x\a2\a"#, #"\alpha x\alpha2\alpha"#),
    ("\\f", #"#1\alpha"#, #"\f{x}y"#, #"x\alpha y"#),
    ("\\two", #"#1#1"#, #"\two{\two{x}}"#, "xxxx"),
    ("\\loop", #"\loop x"#, #"a \loop b"#, #"a \loop b"#),
    ("\\grow", #"\grow\grow"#, #"\grow"#, #"\grow"#),
    ("\\need", "#1#2", #"\need{a}"#, #"\need{a}"#),
    ("\\need", "#1#2", #"\need{a}{b"#, #"\need{a}{b"#),
  ])
  func `have the author's macros expanded`(name: String, body: String, tex: String, expected: String) {
    var matter = FrontMatter()
    matter.macros = [FrontMatter.Macro(name: name, body: body, span: nowhere)]
    let maths = Maths(index: 0, delimiter: .dollar, isDisplay: false, tex: SourceFragment(tex, at: 0), span: nowhere)
    let page = HTMLReport.render(
      document([p(i(.maths(maths)))], frontMatter: matter), nil, typesetter: EchoTypesetter())
    #expect(main(of: page.value).contains("⟨\(expected)⟩"), "\(main(of: page.value))")
  }
}
