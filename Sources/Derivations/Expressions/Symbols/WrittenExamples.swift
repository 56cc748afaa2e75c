import TeXMath

extension ExpressionParser {
  /// `a_k^{(i)}` and `C^{(i)}`, where no sentence says of a or C which example it belongs to: an index between brackets above
  /// such a symbol is that of the example, if a sum or a sentence has that letter, or it is i, and no layer.
  func writtenExample(
    of match: inout SymbolPattern.Match, _ meaning: SymbolMeaning
  ) throws(ReadingProblem) -> IndexExpression? {
    guard meaning.dependsOnExample, meaning.example == nil, meaning.examples == nil, let sup = match.leftoverSup,
      sup.count >= 3, sup[0].bareSign == "(", case .letter(let letter) = sup[1].kind, sup[2].bareSign == ")",
      letter == "i" || boundLetters.contains(letter) || scope.exampleLetters.contains(letter),
      !scope.hasLayerLetter(letter)
    else { return nil }
    match.leftoverSup = sup.count == 3 ? nil : Array(sup[3...])
    return try index([sup[1]])
  }
}
