import Results

extension JSONReport {
  static func value(of equation: EquationResult) -> JSONValue {
    // The corrected displays, those of which one link is corrected, other spellings of them, then just what changes.
    let repairs =
      equation.repairs + equation.partialRepairs.map(\.tex) + equation.spellings + equation.corrections
    let repair: JSONValue =
      switch repairs.count {
      case 0: .null
      case 1: .string(repairs[0])
      default: .array(repairs.map(JSONValue.string))
      }
    return .object([
      .init("line", .integer(equation.line)),
      .init("tex", .string(equation.tex)),
      .init("verdict", .string(equation.verdict.rawValue)),
      .init("expected", JSONValue(equation.expected?.rawValue)),
      .init("unexpected", .bool(equation.isUnexpected)),
      .init("label", JSONValue(equation.label)),
      .init("links", .array(equation.links.map(value))),
      .init("convention", JSONValue(equation.convention)),
      .init("reason", JSONValue(equation.reason)),
      .init("repair", repair),
    ])
  }

  /// Every key is always there, with null where nothing was compared.
  private static func value(of link: EquationResult.Link) -> JSONValue {
    let evidence = link.evidence
    return .object([
      .init("verdict", .string(link.verdict.rawValue)),
      .init("line", .integer(link.line)),
      .init("label", JSONValue(link.label)),
      .init("tex", .string(link.tex)),
      .init("left", JSONValue(evidence?.left)),
      .init("right", JSONValue(evidence?.right)),
      .init("at", value(of: evidence?.at ?? [])),
      .init("maxError", JSONValue(evidence?.maxError)),
      .init("reason", JSONValue(link.reason)),
      .init("convention", JSONValue(link.convention)),
      .init("compared", JSONValue(evidence?.compared)),
      .init("skipped", JSONValue(evidence?.skipped)),
      .init("probes", JSONValue(evidence?.probes)),
      .init("ownNetwork", evidence.map { .bool($0.includesOwn) } ?? .null),
      .init("leftShape", JSONValue(evidence?.leftShape)),
      .init("rightShape", JSONValue(evidence?.rightShape)),
      .init(
        "substitution",
        link.substitution.map { .object([.init("tex", .string($0.tex)), .init("at", value(of: $0.at))]) } ?? .null),
    ])
  }

  /// Letters to values, in the order given; an object holds a letter once.
  private static func value(of place: [EquationResult.Evidence.Index]) -> JSONValue {
    var members: [JSONValue.Member] = []
    for index in place where !members.contains(where: { $0.key == index.letter }) {
      members.append(.init(index.letter, .integer(index.value)))
    }
    return .object(members)
  }
}
