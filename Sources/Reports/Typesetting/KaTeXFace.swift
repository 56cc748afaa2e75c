/// One of KaTeX's fonts, and the classes that ask for it.
struct KaTeXFace: Sendable {
  var family: String
  var style: String
  /// Any of these: a class, or the whole class attribute of an element where one class alone says too little.
  var classes: [String]

  init(_ family: String, _ style: String, _ classes: String...) {
    self.family = "KaTeX_" + family
    self.style = style
    self.classes = classes
  }

  var fileName: String { "\(family)-\(style).woff2" }

  func rule(_ base64: String) -> String {
    let weight = style.hasPrefix("Bold") ? 700 : 400
    let slope = style.hasSuffix("Italic") ? "italic" : "normal"
    return "@font-face{font-family:\(family);src:url(data:font/woff2;base64,\(base64)) format('woff2');"
      + "font-weight:\(weight);font-style:\(slope)}\n"
  }

  static func used(by classes: ClassNames) -> [KaTeXFace] {
    all.filter { face in face.classes.contains { classes.contains($0) } }
  }

  static let all = [
    KaTeXFace("Main", "Regular", "katex"),
    KaTeXFace("Main", "Bold", "mathbf", "textbf"),
    KaTeXFace("Main", "Italic", "mathit", "textit"),
    KaTeXFace("Main", "BoldItalic", "mord text textbf textit", "mord textbf textit", "mord textit textbf"),
    KaTeXFace("Math", "Italic", "mathnormal"),
    KaTeXFace("Math", "BoldItalic", "boldsymbol"),
    KaTeXFace("AMS", "Regular", "amsrm", "mathbb", "textbb"),
    KaTeXFace("Caligraphic", "Regular", "mathcal"),
    KaTeXFace("Fraktur", "Regular", "mathfrak", "textfrak"),
    KaTeXFace("SansSerif", "Regular", "mathsf", "textsf"),
    KaTeXFace("SansSerif", "Bold", "mathboldsf", "textboldsf"),
    KaTeXFace("SansSerif", "Italic", "mathitsf", "textitsf"),
    KaTeXFace("Script", "Regular", "mathscr", "textscr"),
    KaTeXFace("Typewriter", "Regular", "mathtt", "texttt"),
    KaTeXFace("Size1", "Regular", "delimsizing size1", "small-op", "delim-size1"),
    KaTeXFace("Size2", "Regular", "delimsizing size2", "large-op"),
    KaTeXFace("Size3", "Regular", "delimsizing size3"),
    KaTeXFace("Size4", "Regular", "delimsizing size4", "delim-size4"),
  ]
}
