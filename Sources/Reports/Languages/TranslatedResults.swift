package import Results

/// What a run said, in the language of the report. Names, formulas and numbers stay; so does what no phrase is like.
extension NotebookResult {
  package func translated(_ language: Language) -> NotebookResult {
    guard language.tag != Language.english.tag else { return self }
    var result = self
    result.cells = cells.map { cell in
      var cell = cell
      cell.outputs = cell.outputs.map { $0.translated(language) }
      return cell
    }
    result.equations = equations.map { $0.translated(language) }
    return result
  }
}

extension NotebookResult {
  /// The sentences that stay in English, for want of a phrase.
  func untranslated(_ language: Language) -> Set<String> {
    var sentences = equations.flatMap { equation in
      [equation.reason, equation.convention] + equation.links.flatMap { [$0.reason, $0.convention] }
    }
    for case .message(let text) in cells.flatMap(\.outputs) { sentences.append(text) }
    return Set(sentences.compactMap(\.self).filter { language.translation(of: $0) == nil })
  }
}

extension EquationResult {
  func translated(_ language: Language) -> EquationResult {
    var result = self
    result.reason = reason.map(language.translated)
    result.convention = convention.map(language.translated)
    result.links = links.map { link in
      var link = link
      link.reason = link.reason.map(language.translated)
      link.convention = link.convention.map(language.translated)
      if var evidence = link.evidence {
        evidence.leftShape = evidence.leftShape.map(language.translated)
        evidence.rightShape = evidence.rightShape.map(language.translated)
        link.evidence = evidence
      }
      return link
    }
    return result
  }
}

extension Output {
  func translated(_ language: Language) -> Output {
    switch self {
    case .message(let text): return .message(language.translated(text))
    case .number(var number):
      number.title = language.translated(number.title)
      return .number(number)
    case .array(let array): return .array(array.translated(language))
    case .picture(let picture): return .picture(picture.translated(language))
    case .expectation(var expectation):
      expectation.found = language.translated(expectation.found)
      return .expectation(expectation)
    case .working(var working):
      working.title = language.translated(working.title)
      for step in working.steps.indices { working.steps[step].words = language.translated(working.steps[step].words) }
      return .working(working)
    case .verdicts: return self
    }
  }
}

extension NamedArray {
  package func translated(_ language: Language) -> NamedArray {
    var result = self
    result.columnGroups = columnGroups.map { group in
      var group = group
      group.name = language.translated(group.name)
      return group
    }
    // A table of several kinds is called by their names.
    result.title =
      columnGroups.count > 1 && title.hasSuffix(" and \(columnGroups[columnGroups.count - 1].name)")
      ? language.translated(result.columnGroups.map(\.name).listed) : language.translated(title)
    result.rowHeading = language.translated(rowHeading)
    result.columnHeading = columnHeading.map(language.translated)
    result.rows = rows.map(language.translated)
    result.columns = columns.map(language.translated)
    return result
  }
}

extension Picture {
  func translated(_ language: Language) -> Picture {
    var result = self
    result.title = language.translated(title)
    result.description = language.translated(description)
    result.content = content.translated(language)
    return result
  }
}

extension Picture.Content {
  fileprivate func translated(_ language: Language) -> Picture.Content {
    switch self {
    case .lineChart(var chart):
      chart.horizontal.title = language.translated(chart.horizontal.title)
      chart.vertical.title = language.translated(chart.vertical.title)
      for index in chart.series.indices { chart.series[index].name = language.translated(chart.series[index].name) }
      return .lineChart(chart)
    case .network(var network):
      // The other layers have the names that their author gave them.
      if !network.layers.isEmpty { network.layers[0].name = language.translated(network.layers[0].name) }
      return .network(network)
    case .barChart(var chart):
      chart.heading = language.translated(chart.heading)
      chart.axis.title = language.translated(chart.axis.title)
      return .barChart(chart)
    case .heatMaps(var maps):
      maps.measure = language.translated(maps.measure)
      maps.maps = maps.maps.map { $0.translated(language) }
      return .heatMaps(maps)
    case .graph(var graph):
      for index in graph.nodes.indices { graph.nodes[index].label = language.translated(graph.nodes[index].label) }
      return .graph(graph)
    case .scatter: return self
    }
  }
}
