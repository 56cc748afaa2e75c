import Networks

/// The networks on which a link is tried.
extension LinkJudge {
  func constants(on probe: Probe) -> [String: Int] { reader.constants(on: probe) }

  /// Where free real variables are tried besides what is drawn. An equation may make an exception of round numbers.
  private static func points(for relation: LinkRelation, _ thresholds: Thresholds) -> [Double] {
    let apart = [-6.203, 3.707, -1.931, 0.137, 7.411, -0.613, 2.317, -3.109, 1.289] + thresholds.points
    if relation == .equal { return apart }
    // A bound may be broken between two of them.
    let dense = (-80...80).map { 0.0973 * Double($0) + 0.0011 }
    return apart + [0, 1, -1, 2, -2, 3, -3, 17.3, -15.9, 0.0127, -0.0083] + dense
  }

  func needs(_ reading: Reading, also others: [Expression] = []) -> Needs {
    var needs = needs([reading.left, reading.right] + others + reading.guards.flatMap(\.sides))
    let speaksOfClass = reading.guards.contains { $0.left.speaksOfClass || $0.right.speaksOfClass }
    if reading.conventions.contains(.binaryTargets) || speaksOfClass { needs.hasBinaryTargets = true }
    if !scope.wholeNumbers.isEmpty {
      // A sum over `x_1, x_2, x_3` is read as its terms, and has no bound any more.
      let counts = setting.counts.union(scope.literals)
      needs.variedNumbers = VariedNumbers(reading.left, reading.right, counts: counts).names
    }
    // `for l = 2`: that layer of a deeper network may be of another kind.
    if reading.guards.contains(where: { $0.namesLayer(of: [reading.left, reading.right]) }) { needs.isDeep = false }
    return needs
  }

  func needs(_ expressions: [Expression]) -> Needs {
    NeedsAnalysis.needs(
      of: expressions, network: setting.network, layerBase: scope.layersCountFromOne ? 1 : 0,
      unitBase: scope.indicesCountFromZero ? 0 : 1, constants: reader.constantMeanings,
      examples: setting.data?.examples, known: reader.needs, numbers: laboratory.numbers)
  }

  /// What holds of usual numbers may be no bound of all, and that two symbols, or one and a number, are never the same,
  /// has to be true of all numbers, too. That two calculations differ, `AB \ne BA`, is meant of usual ones.
  private func spreads(_ reading: Reading) -> [ProbeShape.Spread] {
    let sides = [reading.left, reading.right]
    let isOfPlaces = sides.contains(where: \.hasPlaceOfExtremum)
    switch relation {
    case .equal, .compared(.equal): return isOfPlaces ? [.narrow, .low] : []
    case .compared(.unequal):
      return sides.contains(where: \.isNumeric) || sides.allSatisfy(\.isOneSymbol) ? [.wide, .zero] : []
    case .compared: return setting.network == nil ? [.wide, .zero, .narrow] : [.wide, .zero, .biased, .narrow]
    }
  }

  /// The probes for a reading: the author's network alone where its inputs or targets are written out in numbers; else
  /// three of the author's depth, a deeper one where layers vary, and the author's own; for a bound, others with numbers
  /// that reach farther, and for the place of a maximum, many.
  func probes(_ reading: Reading, also others: [Expression] = []) -> [Probe] {
    if reading.isOfData(of: setting) { return [laboratory.unbiasedProbe(), laboratory.ownProbe()].compactMap(\.self) }
    let needs = needs(reading, also: others)
    var shallow = needs
    shallow.isDeep = false
    var probes = Laboratory.seeds.map { laboratory.randomProbe(shallow, seed: $0) }
    let thresholds = Thresholds(reading.guards, in: [reading.left, reading.right])
    if reading.left.hasRealVariable || reading.right.hasRealVariable {
      let points = Self.points(for: relation, thresholds)
      for turn in points.indices {
        probes.append(
          laboratory.randomProbe(shallow, seed: 11, points: Probe.Points(numbers: points, turn: turn)))
      }
    }
    let isOfManyPlaces = reading.left.hasPlaceOfExtremum || reading.right.hasPlaceOfExtremum
    if isOfManyPlaces || setting.network != nil && thresholds.areOfValues {
      probes += Laboratory.furtherSeeds.map { laboratory.randomProbe(shallow, seed: $0) }
    }
    probes += spreads(reading).flatMap { spread in
      // Without a network they are no more than points.
      let seeds = Laboratory.seeds + (setting.network == nil ? Laboratory.furtherSeeds : [])
      return seeds.prefix(spread == .zero ? 1 : seeds.count).map {
        laboratory.randomProbe(shallow, seed: $0, spread: spread)
      }
    }
    if needs.isDeep, setting.network != nil { probes.append(laboratory.randomProbe(needs, seed: Laboratory.deepSeed)) }
    if let own = laboratory.ownProbe(), !reading.conventions.contains(.binaryTargets) { probes.append(own) }
    if let omitted = laboratory.omitted {
      if omitted < 0 {
        probes.removeAll(where: \.isOwn)
      } else if probes.indices.contains(omitted) {
        probes.remove(at: omitted)
      }
    }
    return probes
  }
}

extension Expression {
  /// Whether it is a quantity, a variable or an entry of one.
  fileprivate var isOneSymbol: Bool {
    switch kind {
    case .quantity, .variable: true
    case .entry(let whole, _): whole.isOneSymbol
    default: false
    }
  }

  /// Whether `\arg\max` or `\arg\min` is in it.
  fileprivate var hasPlaceOfExtremum: Bool {
    contains { if case .big(let operation) = $0.kind { operation.isPlace } else { false } }
  }
}

extension BigOperator {
  fileprivate var isPlace: Bool { kind == .largestPlace || kind == .smallestPlace }
}

extension Expression.Condition {
  /// Whether it gives a letter for layers of these sides a number: `l = 2`.
  fileprivate func namesLayer(of sides: [Expression]) -> Bool {
    guard relation == .equal else { return false }
    return [(left, right), (right, left)].contains { letter, number in
      guard case .variable(let variable) = letter.kind, number.wholeNumber != nil else { return false }
      return sides.contains { side in
        side.contains { part in
          if case .quantity(let use) = part.kind { use.layer?.letters.contains(variable.name) ?? false } else { false }
        }
      }
    }
  }
}
