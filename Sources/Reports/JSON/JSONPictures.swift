import Results

extension JSONReport {
  /// A picture as what it shows, in full: curves with every point, networks with every weight.
  static func members(of picture: Picture) -> [JSONValue.Member] {
    let common: [JSONValue.Member] = [
      .init("kind", .string("picture")), .init("title", .string(picture.title)),
      .init("description", .string(picture.description)),
    ]
    switch picture.content {
    case .lineChart(let chart): return common + members(of: chart)
    case .network(let network): return common + members(of: network)
    }
  }

  private static func members(of chart: LineChart) -> [JSONValue.Member] {
    func axis(_ axis: LineChart.Axis) -> JSONValue {
      let names = axis.names.map { [JSONValue.Member("names", .array($0.map(JSONValue.string)))] } ?? []
      return .object([.init("title", .string(axis.title)), .init("scale", .string(axis.scale.rawValue))] + names)
    }
    let series = chart.series.map { series in
      JSONValue.object([
        .init("name", .string(series.name)), .init("marks", .string(series.marks.rawValue)),
        .init("points", .array(series.points.map { .array([.number($0.x), .number($0.y)]) })),
      ])
    }
    return [
      .init("picture", .string("line chart")), .init("horizontal", axis(chart.horizontal)),
      .init("vertical", axis(chart.vertical)), .init("series", .array(series)),
    ]
  }

  private static func members(of network: NetworkDrawing) -> [JSONValue.Member] {
    let layers = network.layers.map { layer in
      JSONValue.object([
        .init("name", .string(layer.name)), .init("activation", JSONValue(layer.activation)),
        .init("units", .array(layer.units.map(JSONValue.string))),
        .init("weights", .array(layer.weights.map { .array($0.map(JSONValue.number)) })),
        .init("biases", layer.biases.map { .array($0.map(JSONValue.number)) } ?? .null),
      ])
    }
    return [.init("picture", .string("network")), .init("layers", .array(layers))]
  }
}
