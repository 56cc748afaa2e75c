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
    case .barChart(let chart): return common + members(of: chart)
    case .heatMaps(let maps): return common + members(of: maps)
    case .scatter(let plot): return common + members(of: plot)
    case .graph(let graph): return common + members(of: graph)
    }
  }

  private static func json(_ axis: LineChart.Axis) -> JSONValue {
    let names = axis.names.map { [JSONValue.Member("names", .array($0.map(JSONValue.string)))] } ?? []
    return .object([.init("title", .string(axis.title)), .init("scale", .string(axis.scale.rawValue))] + names)
  }

  private static func members(of chart: LineChart) -> [JSONValue.Member] {
    let series = chart.series.map { series in
      JSONValue.object([
        .init("name", .string(series.name)), .init("marks", .string(series.marks.rawValue)),
        .init("points", .array(series.points.map { .array([.number($0.x), .number($0.y)]) })),
      ])
    }
    return [
      .init("picture", .string("line chart")), .init("horizontal", json(chart.horizontal)),
      .init("vertical", json(chart.vertical)), .init("series", .array(series)),
    ]
  }

  private static func members(of chart: BarChart) -> [JSONValue.Member] {
    let bars = chart.bars.map {
      JSONValue.object([.init("name", .string($0.name)), .init("value", .number($0.value))])
    }
    return [
      .init("picture", .string("bar chart")), .init("heading", .string(chart.heading)),
      .init("axis", json(chart.axis)), .init("bars", .array(bars)),
    ]
  }

  private static func members(of maps: HeatMaps) -> [JSONValue.Member] {
    [
      .init("picture", .string("heat maps")), .init("measure", .string(maps.measure)),
      .init("scale", .string(maps.scale.rawValue)), .init("least", .number(maps.least)),
      .init("greatest", .number(maps.greatest)),
      .init("maps", .array(maps.maps.map { .object(members(of: $0)) })),
    ]
  }

  private static func members(of plot: ScatterPlot) -> [JSONValue.Member] {
    let points = plot.points.map { point in
      JSONValue.object([
        .init("x", .number(point.x)), .init("y", .number(point.y)), .init("class", .string(plot.classes[point.kind])),
        .init("name", JSONValue(point.name)), .init("misplaced", .bool(point.isMisplaced)),
      ])
    }
    let regions = plot.regions.map { regions in
      JSONValue.object([
        .init("horizontal", .array([.number(regions.left), .number(regions.right)])),
        .init("vertical", .array([.number(regions.bottom), .number(regions.top)])),
        .init("columns", .integer(regions.columns)), .init("rows", .integer(regions.rows)),
        // Row by row from the bottom: the place of the class among all, of which the margins are the reason.
        .init(
          "regions",
          .array(
            (0..<regions.rows).map { row in
              .array((0..<regions.columns).map { .integer(regions.kind(row: row, column: $0)) })
            })),
      ])
    }
    return [
      .init("picture", .string("scatter plot")), .init("horizontal", .string(plot.horizontal)),
      .init("vertical", .string(plot.vertical)), .init("classes", .array(plot.classes.map(JSONValue.string))),
      .init("points", .array(points)), .init("regions", regions ?? .null),
    ]
  }

  private static func members(of graph: GraphDrawing) -> [JSONValue.Member] {
    let nodes = graph.nodes.map { node in
      JSONValue.object([
        .init("label", .string(node.label)), .init("role", .string(node.role.rawValue)),
        .init("value", .number(node.value)), .init("gradient", JSONValue(node.gradient)),
        .init("operands", .array(node.operands.map { .integer($0) })),
      ])
    }
    return [.init("picture", .string("computation graph")), .init("nodes", .array(nodes))]
  }

  private static func numbers(_ values: [Double]?) -> JSONValue {
    values.map { .array($0.map(JSONValue.number)) } ?? .null
  }

  private static func members(of network: NetworkDrawing) -> [JSONValue.Member] {
    let layers = network.layers.map { layer in
      JSONValue.object([
        .init("name", .string(layer.name)), .init("activation", JSONValue(layer.activation)),
        .init("units", .array(layer.units.map(JSONValue.string))),
        .init("weights", .array(layer.weights.map { .array($0.map(JSONValue.number)) })),
        .init("biases", numbers(layer.biases)), .init("activations", numbers(layer.activations)),
        .init("errors", numbers(layer.errors)),
      ])
    }
    return [
      .init("picture", .string("network")), .init("lines", .string(network.lines.rawValue)),
      .init("layers", .array(layers)),
    ]
  }
}
