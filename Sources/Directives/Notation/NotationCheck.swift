import Diagnostics
import Networks

extension Program {
  /// Finds the sentences of `define notation` whose place exists in no network of the notebook, above or below: a
  /// layer's name misspelt in a sentence would otherwise show only where its symbol is used, or never.
  mutating func checkNotation() -> [Diagnostic] {
    let cells = items.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
    let networks = cells.flatMap(\.statements).compactMap { statement -> Network? in
      if case .defineNetwork(let definition) = statement.directive { definition.network } else { nil }
    }
    // A network that could not be read may have had the layer.
    guard !networks.isEmpty, !cells.flatMap(\.statements).contains(where: \.hasLostNetwork) else { return [] }
    var found: [Diagnostic] = []
    for index in items.indices {
      guard case .cell(var cell) = items[index] else { continue }
      for place in cell.statements.indices {
        guard case .defineNotation(var definition) = cell.statements[place].directive else { continue }
        let problems = definition.takeMisplaced(in: networks)
        cell.statements[place].directive = .defineNotation(definition)
        cell.diagnostics += problems
        found += problems
      }
      items[index] = .cell(cell)
    }
    return found
  }
}

extension Statement {
  fileprivate var hasLostNetwork: Bool {
    if case .lost(.network) = directive { true } else { false }
  }
}

extension NotationDefinition {
  /// Takes out the sentences whose place exists nowhere, and says why.
  fileprivate mutating func takeMisplaced(in networks: [Network]) -> [Diagnostic] {
    for place in sentences.indices {
      sentences[place].takeLetter(in: networks)
      sentences[place].takeRole(in: networks)
      for other in sentences[place].conjectures.indices { sentences[place].conjectures[other].takeRole(in: networks) }
      for other in sentences[place].spoken.indices { sentences[place].spoken[other].takeRole(in: networks) }
      sentences[place].conjectures.removeAll { $0.misplaced(in: networks) != nil }
    }
    let problems = sentences.map { $0.misplaced(in: networks) }
    sentences = zip(sentences, problems).compactMap { $1 == nil ? $0 : nil }
    isComplete = isComplete && sentences.count == problems.count
    return problems.compactMap { $0 }
  }
}

extension NotationDefinition.Sentence {
  /// Takes a single letter behind `layer` for an index where no layer has that name: `$n$ is the number of units of
  /// layer l` is of whatever layer the equation speaks of.
  fileprivate mutating func takeLetter(in networks: [Network]) {
    guard case .noun(let noun, var place, let operands) = meaning, noun == "number of units", let layer = place.layer,
      case .name(let name) = layer.name, name.count == 1, !networks.contains(where: { $0.hasLayer(layer) })
    else { return }
    place.layer?.name = .letter(name, plus: 0)
    meaning = .noun(noun, place, operands: operands)
  }

  /// Takes `hidden`, `hidden-2` and `output` for what a layer is, where no layer has that name: the only one that is hidden,
  /// the second of those, the last.
  fileprivate mutating func takeRole(in networks: [Network]) {
    guard case .noun(let noun, var place, let operands) = meaning, let layer = place.layer,
      case .name(let role) = layer.name, ["hidden", "output"].contains(role) || role.hiddenNumber != nil,
      !networks.contains(where: { $0.hasLayer(layer) })
    else { return }
    // Only where there are several hidden layers does anyone number them.
    let isNumbered = role.hiddenNumber != nil && networks.contains { $0.layers.count > 2 }
    let names = Set(
      networks.filter { !isNumbered || $0.layers.count > 2 }.flatMap { network in
        let hidden = network.layers.dropLast()
        if let number = role.hiddenNumber { return hidden.dropFirst(number - 1).prefix(1).map(\.name) }
        return (role == "output" ? network.layers.suffix(1) : hidden).map(\.name)
      })
    if names.count > 1, role == "hidden", noun == "activation function" {
      // One function for all of them.
      place.layer?.name = .name("hidden-layers")
    } else {
      guard names.count == 1, let name = names.first else { return }
      place.layer?.name = .name(name)
    }
    meaning = .noun(noun, place, operands: operands)
  }

  fileprivate func misplaced(in networks: [Network]) -> Diagnostic? {
    for other in spoken { if let problem = other.misplaced(in: networks) { return problem } }
    let place: NotationPlace
    switch meaning {
    case .noun(_, let named, let operands) where operands.isEmpty: place = named
    case .layerName(let index): place = NotationPlace(layer: index)
    case .letter(let index?): place = NotationPlace(layer: index)
    default: return nil
    }
    let fitting = networks.filter { network in place.layer.map { network.hasLayer($0) } ?? true }
    if let layer = place.layer, fitting.isEmpty {
      let known = networks.reduce(into: ["input"]) { known, network in
        known += network.layers.map(\.name).filter { !known.contains($0) }
      }
      return DirectiveProblem.unknownLayer(layer.name.text, known: known).diagnostic(at: layer.span)
    }
    if let unit = place.unit, case .number(let number) = unit.name, let layer = place.layer,
      !fitting.contains(where: { $0.hasUnit(number, in: layer) })
    {
      return DirectiveProblem.unknownUnit(number, layer: layer.name.text).diagnostic(at: unit.span)
    }
    return nil
  }
}

extension Network {
  /// Layers may be counted from 1, so that one number more exists.
  fileprivate func hasLayer(_ index: NotationPlace.Index) -> Bool {
    switch index.name {
    case .number(let number): number <= layers.count + 1
    case .name(let name): ["input", "inputs", "hidden-layers"].contains(name) || layers.contains { $0.name == name }
    case .letter, .formula: true
    }
  }

  fileprivate func hasUnit(_ number: Int, in layer: NotationPlace.Index) -> Bool {
    guard case .name(let name) = layer.name else { return true }
    return number <= (layers.first { $0.name == name }?.units ?? inputs)
  }
}

extension String {
  /// The 2 of `hidden-2`.
  fileprivate var hiddenNumber: Int? {
    hasPrefix("hidden-") ? Int(dropFirst("hidden-".count)).flatMap { $0 > 0 ? $0 : nil } : nil
  }
}
