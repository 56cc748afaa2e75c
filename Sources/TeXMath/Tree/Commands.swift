/// What the commands of LaTeX mathematics are, in tables.
enum Commands {
  /// Spacing too narrow to part anything, and other commands that leave a formula as it is.
  static let ignored: Set<String> = [
    "\\,", "\\;", "\\:", "\\!", "\\>", "\\ ", "\\/", "\\space", "\\nobreakspace", "\\thinspace", "\\medspace",
    "\\thickspace", "\\negthinspace",
    "\\displaystyle", "\\textstyle", "\\scriptstyle", "\\scriptscriptstyle", "\\limits", "\\nolimits", "\\nonumber",
    "\\notag", "\\big", "\\Big", "\\bigg", "\\Bigg", "\\bigl", "\\bigr", "\\Bigl", "\\Bigr", "\\biggl", "\\biggr",
    "\\Biggl", "\\Biggr", "\\bigm", "\\Bigm", "\\middle", "\\allowbreak", "\\nobreak", "\\relax", "\\centering",
    "\\hfill", "\\noindent", "\\hline", "\\break", "\\smallskip", "\\medskip", "\\bigskip", "\\null", "\\strut",
    "\\mathstrut", "\\rm", "\\bf", "\\it", "\\cal", "\\sf", "\\tt", "\\tiny", "\\small", "\\large", "\\Large",
    "\\normalsize", "\\boldmath", "\\mathop", "\\mathrel", "\\mathbin", "\\mathord",
  ]
  /// Commands with one argument that say nothing about what the formula means.
  static let ignoredWithArgument: Set<String> = [
    "\\require", "\\vspace", "\\phantom", "\\hphantom", "\\vphantom", "\\color", "\\kern", "\\mkern", "\\pod",
    "\\htmlId", "\\htmlClass",
  ]
  /// Whether a length parts what stands on its sides: `1in`, `2em`.
  static func isWide(_ length: String) -> Bool {
    let units = ["em": 1.0, "ex": 0.43, "pt": 0.1, "px": 0.06, "mm": 0.28, "cm": 2.8, "in": 7.2, "mu": 0.056]
    let length = length.filter { !$0.isWhitespace }
    guard let size = Double(length.dropLast(2)), let unit = units[String(length.suffix(2))] else { return false }
    return size * unit >= 1
  }
  static let wideSpaces: Set<String> = ["\\quad", "\\qquad", "\\enspace"]
  /// The number of arguments of commands that show their last argument.
  static let transparent: [String: Int] = [
    "\\textcolor": 2, "\\colorbox": 2, "\\boxed": 1, "\\fbox": 1, "\\mbox": 1, "\\smash": 1, "\\cancel": 1,
    "\\bcancel": 1, "\\xcancel": 1, "\\cancelto": 2,
    "\\mathclap": 1, "\\mathstrut": 0,
  ]
  static let fractions: Set<String> = ["\\frac", "\\dfrac", "\\tfrac", "\\cfrac"]
  static let binomials: Set<String> = ["\\binom", "\\dbinom", "\\tbinom"]
  static let texts: Set<String> = [
    "\\text", "\\textrm", "\\textbf", "\\textit", "\\textsf", "\\texttt", "\\textnormal", "\\mbox", "\\hbox",
    "\\intertext", "\\shortintertext",
  ]
  /// Commands whose argument is a name if it is written in letters: `\mathrm{net}`.
  static let upright: Set<String> = [
    "\\mathrm", "\\operatorname", "\\operatorname*", "\\mathop", "\\mathsf", "\\mathtt",
  ]
  static let dresses: Set<String> = [
    "\\hat", "\\widehat", "\\bar", "\\overline", "\\tilde", "\\widetilde", "\\vec", "\\dot", "\\ddot", "\\underline",
    "\\mathbf", "\\boldsymbol", "\\bm", "\\pmb", "\\mathcal", "\\mathscr", "\\mathfrak", "\\mathbb", "\\mathit",
    "\\mathnormal", "\\overrightarrow", "\\overleftarrow", "\\underbrace", "\\overbrace", "\\check", "\\breve",
    "\\acute", "\\grave", "\\mathring", "\\rm", "\\not",
  ]
  /// Commands with what stands above or below first: `\overset{!}{=}`.
  static let stacks: Set<String> = ["\\overset", "\\underset", "\\stackrel", "\\xrightarrow", "\\xleftarrow"]
  static let large: Set<String> = [
    "\\sum", "\\prod", "\\int", "\\oint", "\\iint", "\\coprod", "\\bigcup", "\\bigcap", "\\bigoplus", "\\bigotimes",
    "\\bigodot", "∑", "∏", "∫",
  ]
  static let names: Set<String> = [
    "\\log", "\\ln", "\\lg", "\\exp", "\\sin", "\\cos", "\\tan", "\\sinh", "\\cosh", "\\tanh", "\\coth", "\\arcsin",
    "\\arccos", "\\arctan", "\\max", "\\min", "\\sup", "\\inf", "\\lim", "\\limsup", "\\liminf", "\\arg", "\\argmax",
    "\\argmin", "\\sech", "\\csch", "\\det", "\\dim", "\\ker", "\\deg", "\\gcd", "\\Pr",
  ]
  static let relations: Set<String> = [
    "=", "<", ">", ":=", "\\leftarrow", "\\gets", "\\rightarrow", "\\to", "\\longrightarrow", "\\longleftarrow",
    "\\approx", "\\equiv", "\\in", "\\notin", "\\le", "\\leq", "\\ge", "\\geq", "\\neq", "\\ne", "\\propto", "\\mapsto",
    "\\longmapsto", "\\implies", "\\Rightarrow", "\\Leftarrow", "\\Leftrightarrow", "\\Longrightarrow", "\\iff",
    "\\sim",
    "\\simeq", "\\cong", "\\triangleq", "\\doteq", "\\coloneqq", "\\coloneq", "\\eqqcolon", "\\eqcolon", "\\lt", "\\gt",
    "\\leqslant",
    "\\geqslant", "\\ll", "\\gg", "\\subset", "\\subseteq", "≤", "≥", "≠", "≈", "≡", "∈", "←", "→", "↦", "⇒", "∝",
  ]
  /// Operators, brackets and punctuation that are written as commands.
  static let signs: Set<String> = [
    "\\cdot", "\\times", "\\odot", "\\circ", "\\bullet", "\\otimes", "\\oplus", "\\ast", "\\star", "\\div", "\\pm",
    "\\mp", "\\setminus", "\\cup", "\\cap", "\\wedge", "\\vee", "\\mid", "\\vert", "\\Vert", "\\lvert", "\\rvert",
    "\\lVert", "\\rVert", "\\|", "\\{", "\\}", "\\lbrace", "\\rbrace", "\\langle", "\\rangle", "\\lfloor", "\\rfloor",
    "\\lceil", "\\rceil", "\\lbrack", "\\rbrack", "\\lparen", "\\rparen", "\\colon", "\\cdots", "\\ldots", "\\dots",
    "\\vdots", "\\ddots", "\\dotsc", "\\dotsb", "\\therefore", "\\because", "\\backslash", "\\bigcirc", "\\diamond",
    "\\&", "\\%", "\\#", "\\$", "\\_",
  ]
  /// Brackets that open and close, by their opening.
  static let brackets: [String: String] = [
    "(": ")", "[": "]", "\\{": "\\}", "\\lbrace": "\\rbrace", "\\langle": "\\rangle", "\\lfloor": "\\rfloor",
    "\\lceil": "\\rceil", "\\lparen": "\\rparen", "\\lbrack": "\\rbrack", "\\lVert": "\\rVert", "\\lvert": "\\rvert",
  ]
  static let closers = Set(brackets.values)

  /// What a command does to the tree.
  enum Role: Hashable {
    case ignored, prime, closing, wideSpace, space, ignoredWithArgument, lineBreak, text, fraction, binomial, root
    case upright, dress, stack, lines, large, name, fence, environment, label, tag, reference, sign
    case transparent(arguments: Int)
  }

  /// Of all commands in one table, so that each is looked up once. Of several roles the first counts.
  static let roles: [String: Role] = {
    var roles: [String: Role] = [:]
    func add(_ names: some Sequence<String>, _ role: Role) {
      for name in names where roles[name] == nil { roles[name] = role }
    }
    add(["\\prime"], .prime)
    add(["\\right", "\\end"], .closing)
    add(ignored, .ignored)
    add(wideSpaces, .wideSpace)
    add(["\\hspace", "\\hspace*"], .space)
    add(ignoredWithArgument, .ignoredWithArgument)
    add(["\\\\", "\\cr", "\\newline"], .lineBreak)
    add(texts, .text)
    add(fractions, .fraction)
    add(binomials, .binomial)
    add(["\\sqrt"], .root)
    add(upright, .upright)
    add(dresses, .dress)
    add(stacks, .stack)
    add(["\\substack"], .lines)
    for (name, count) in transparent { add([name], .transparent(arguments: count)) }
    add(large, .large)
    add(names, .name)
    add(["\\left"], .fence)
    add(["\\begin"], .environment)
    add(["\\label"], .label)
    add(["\\tag", "\\tag*"], .tag)
    add(["\\eqref", "\\ref"], .reference)
    add(signs, .sign)
    add(relations, .sign)
    return roles
  }()
}
