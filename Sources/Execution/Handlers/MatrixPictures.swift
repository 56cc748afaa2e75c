import Diagnostics
import Directives
import Networks
import Results
import Tensors

extension Session {
  /// The weights of each layer as a matrix with the biases as its last column.
  func weightMaps(of layer: LayerReference?) throws(RunProblem) -> Picture {
    let bench = try needBench()
    try refuse(.parameters)
    let maps = try layers(Place(layer: layer)).map { number throws(RunProblem) in
      let weights = bench.parameters.weights[number - 1]
      let biases = bench.parameters.biases[number - 1]?.values
      let (to, from) = (try unitNames(ofLayer: number), try unitNames(ofLayer: number - 1))
      return NamedArray(
        title: "layer \(bench.network.name(ofLayer: number))", rowHeading: "to", rows: to, columnHeading: "from",
        columns: from + (biases == nil ? [] : ["bias"]),
        values: to.indices.map { unit in
          weights.row(unit) + (biases.map { [$0.count == 1 ? $0[0] : $0[unit]] } ?? [])
        })
    }
    let content = HeatMaps(maps: maps, scale: .diverging, measure: "weight")
    let words = maps.map { map -> String in
      let numbers = map.values.flatMap { $0.compactMap { $0 } }
      return "\(map.title), \(map.rows.count) by \(map.columns.count), "
        + "from \(inWords(numbers.min())) to \(inWords(numbers.max()))"
    }
    return Picture(
      title: "weights and biases of \(bench.network.name)",
      description: "The weights and biases as fields of colour, a row for each unit that they lead to: "
        + words.joined(separator: "; ") + ".", content: .heatMaps(content))
  }

  /// The activations of a hidden layer: points in a plane where it has two units, a matrix elsewhere.
  func representation(
    in reference: LayerReference?, isRounded: Bool, at span: SourceSpan
  ) throws(RunProblem) -> Picture {
    let network = try needBench().network
    let layer: Int
    if let reference {
      layer = try layerIndex(reference, in: network, needsParameters: true)
    } else {
      // The narrowest has to say everything that the outputs know; the last of several.
      let hidden = (1..<network.layers.count).reversed()
      guard let narrowest = hidden.min(by: { network.units(ofLayer: $0) < network.units(ofLayer: $1) }) else {
        throw .noHiddenLayer(span)
      }
      layer = narrowest
    }
    let run = try needRun(needsLoss: false)
    let activations = run[run.model.layers[layer - 1].activation]
    let examples = 0..<run.model.examples
    let rows = examples.map { activations.row($0).map { isRounded ? $0.rounded() : $0 } }
    let units = try unitNames(ofLayer: layer)
    let name = network.name(ofLayer: layer)
    let title = "representation of the examples in layer \(name)\(isRounded ? ", rounded" : "")"
    guard units.count != 2 || isRounded else { return plane(rows, units, name, title: title) }
    let numbers = rows.joined()
    let map = NamedArray(
      title: "layer \(name)", rowHeading: "example", rows: examples.map { String($0 + 1) }, columns: units,
      values: rows.map { $0.map(Optional.some) })
    let scale: HeatMaps.Scale = numbers.contains { $0 < 0 } ? .diverging : .sequential
    let reach: ClosedRange<Double>? = network.layers[layer - 1].activation == .sigmoid ? 0...1 : nil
    var description =
      "The activations of layer \(name) as fields of colour, a row for each of \(counted(rows.count, "example")), a column for "
      + "each of \(counted(units.count, "unit")): from \(inWords(numbers.min())) to \(inWords(numbers.max()))."
    let codes = rows.map { $0.map { $0.rounded() } }
    let distinct = codes.enumerated().count { index, code in !codes[..<index].contains(code) }
    if numbers.allSatisfy({ (0...1).contains($0) }) {
      description += " Rounded to 0 and 1, "
      description +=
        distinct == rows.count ? "all codes differ" : "there are \(distinct) codes for \(rows.count) examples"
      description +=
        distinct == rows.count && rows.count <= 16 ? ": " + codes.map(Self.bits).joined(separator: ", ") + "." : "."
    }
    return Picture(
      title: title, description: description,
      content: .heatMaps(HeatMaps(maps: [map], scale: scale, measure: "activation", reach: reach)))
  }

  private static func bits(_ code: [Double]) -> String { code.map { String(Int($0)) }.joined() }

  private func plane(_ rows: [[Double]], _ units: [String], _ layer: String, title: String) -> Picture {
    let classes = data.flatMap { TargetClasses($0.set) }
    let isMarked = (classes?.names.count ?? 0) <= 6 && rows.count > 12
    let points = rows.enumerated().map { index, row in
      ScatterPlot.Point(
        row[0], row[1], kind: (classes?.names.count ?? 0) <= 6 ? classes?.kinds[index] ?? 0 : 0,
        name: isMarked ? nil : String(index + 1))
    }
    let names = (classes?.names.count ?? 0) <= 6 ? classes?.names ?? ["example"] : ["example"]
    let places =
      rows.count > 12
      ? ""
      : ": "
        + rows.enumerated().map {
          "\($0 + 1) at (\(inWords($1[0])), \(inWords($1[1])))"
        }.joined(separator: ", ")
    return Picture(
      title: title,
      description:
        "A point for each of \(rows.count) examples where the activations of the two units of layer \(layer) "
        + "put it\(places).",
      content: .scatter(ScatterPlot(horizontal: units[0], vertical: units[1], classes: names, points: points)))
  }
}

/// `1 unit`, `3 units`
private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
