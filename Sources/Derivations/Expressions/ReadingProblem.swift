/// Why an equation has no meaning that could be computed. These are the reasons of `not-checked`.
package enum ReadingProblem: Error, Hashable, Sendable {
  case unbound(String, Range<Int>)
  case ambiguous(String, Range<Int>)
  case damaged(String, Range<Int>)
  case dots(Range<Int>)
  case words(String, Range<Int>)
  case unsupported(String, Range<Int>)
  case noNetwork(Range<Int>)
  case undecided(String)

  package var message: String {
    switch self {
    case .unbound(let symbol, _): "nothing says what `\(symbol)` means"
    case .ambiguous(let symbol, _): "`\(symbol)` is bound for other letters, which name different layers"
    case .damaged(let what, _): "damaged LaTeX: \(what)"
    case .dots: "dots that nothing expands"
    case .words(let text, _): "`\(text)` stands among the symbols"
    case .unsupported(let what, _): "\(what) is not supported"
    case .noNetwork: "no network is defined above"
    case .undecided(let why): why
    }
  }

  package var range: Range<Int>? {
    switch self {
    case .unbound(_, let range), .ambiguous(_, let range), .damaged(_, let range), .dots(let range),
      .words(_, let range), .unsupported(_, let range), .noNetwork(let range):
      range
    case .undecided: nil
    }
  }
}
