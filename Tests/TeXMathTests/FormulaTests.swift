import TeXMath
import Testing

@Suite struct FormulaTests {
  @Test(arguments: [
    "{", "}", "\\frac", "\\frac{", "a_", "a^", "(", "\\", "1.2.3", "a +", "\u{0}", "é", "\\frac{\\partial E}{\\partial}",
  ])
  func `says why a text is no formula, or reads it`(tex: String) {
    _ = Formula.reading(tex)
  }
}
