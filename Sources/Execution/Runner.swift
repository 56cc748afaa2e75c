package import Diagnostics
package import Directives
package import Documents
package import Results

/// Carries out a program from top to bottom.
///
///     let document = Document.parsing(source)
///     let program = Program.reading(document.value)
///     let result = await Runner(settings).run(program.value, of: document.value)
///
/// A statement that fails is reported at its place, and so it goes on; what needs what it would have provided is passed
/// over without a second report.
package struct Runner: Sendable {
  private let settings: RunSettings

  package init(_ settings: RunSettings) { self.settings = settings }

  /// - Parameter findings: what reading the document and the program found
  package func run(
    _ program: Program, of document: Document, findings: [Diagnostic] = []
  ) async -> NotebookResult {
    var session = Session(document: document, settings: settings)
    let source = document.source
    var result = NotebookResult(notebook: source.name, title: document.title)
    var diagnostics = findings
    var displays: [Maths] = []
    var repairs = RepairTasks()
    let judges = settings.executes && settings.judgesEquations
    var place = 0
    while place < program.items.count {
      let upcoming = program.upcomingTraining(after: place)
      (session.upcomingRate, session.upcomingMethod) = (upcoming?.numericRate, upcoming?.method)
      switch program.items[place] {
      case .cell(let cell):
        let (cellResult, found) = session.run(cell, executes: settings.executes)
        result.cells.append(cellResult)
        diagnostics += found
      case .value(let value):
        let (inline, found) = session.run(value, executes: settings.executes)
        result.values.append(inline)
        diagnostics += found
      case .display:
        // Nothing that happens between displays in a row changes what they are judged on.
        let row = program.items[place...].prefix { $0.display != nil }.compactMap(\.display)
        place += row.count - 1
        for equation in await session.judgeDisplays(row, executes: judges) {
          if let (number, search) = equation.search { repairs.begin(search, number, for: result.equations.count) }
          result.equations.append(equation.result)
          diagnostics += equation.diagnostics
          if equation.search == nil { settings.onVerdict(equation.result) }
        }
        displays += row
      }
      place += 1
    }
    for (place, maths) in displays.enumerated() {
      if let found = await repairs.repairs(for: place) {
        result.equations[place].take(found)
        settings.onVerdict(result.equations[place])
      }
      if judges { diagnostics += result.equations[place].unexpected(at: maths) }
    }
    diagnostics += session.unboundNotes
    diagnostics = diagnostics.settling(session.settledSentences)
    for place in result.cells.indices { result.cells[place].settle(session.settledSentences, in: source) }
    let ordered = diagnostics.enumerated().sorted {
      ($0.element.span.lower, $0.offset) < ($1.element.span.lower, $1.offset)
    }
    result.diagnostics = ordered.map { PlacedDiagnostic($0.element, in: source) }
    Self.discard(session)
    return result
  }

  /// Lets go of a session beside what is done with its result: to free the graphs of all its networks takes a while.
  private static func discard(_ session: consuming Session) {
    /// One that nothing else refers to any more.
    struct Discarded: @unchecked Sendable {
      let session: Session
    }
    let discarded = Discarded(session: session)
    Task.detached(priority: .utility) { withExtendedLifetime(discarded) {} }
  }
}

extension Program.Item {
  fileprivate var display: Maths? {
    if case .display(let maths) = self { maths } else { nil }
  }
}

extension Program {
  /// The next training before another network is defined.
  fileprivate func upcomingTraining(after place: Int) -> TrainingOrder? {
    for item in items[(place + 1)...] {
      guard case .cell(let cell) = item else { continue }
      for statement in cell.statements {
        switch statement.directive {
        case .defineNetwork, .useNetwork: return nil
        case .train(let order): return order
        default: continue
        }
      }
    }
    return nil
  }
}

extension TrainingOrder {
  /// The learning rate, where it is a number.
  fileprivate var numericRate: Double? {
    if case .number(let literal)? = learningRate { literal.value } else { nil }
  }
}

extension Session {
  /// Runs the statements of a cell; gives its result, and the diagnostics found in running it.
  mutating func run(_ program: CellProgram, executes: Bool) -> (CellResult, [Diagnostic]) {
    var outputs: [Output] = []
    var found: [Diagnostic] = []
    var notes: [Diagnostic] = []
    var statements = program.statements[...]
    if executes, program.options.eval {
      while let statement = statements.popFirst() {
        do throws(RunProblem) {
          outputs += try run(statement, found: &found)
        } catch {
          if let provision = statement.directive.provision { lost.insert(provision) }
          if case .letValue(let definition) = statement.directive { lose(definition) }
          if case .lost(let provision) = error, notes.isEmpty {
            notes = [note(provision, at: statement)]
            if noted.insert(provision).inserted { found += notes }
          }
          if let diagnostic = error.diagnostic(at: statement.span) { found.append(diagnostic) }
        }
      }
      if program.diagnostics.isEmpty, found.isEmpty, notes.isEmpty { found += captionWarning(program, outputs) }
    }
    let severity: (Diagnostic) -> Diagnostic = { diagnostic in
      guard program.options.error, diagnostic.severity == .error else { return diagnostic }
      var expected = diagnostic
      expected.severity = .note
      return expected
    }
    let shown = (program.diagnostics + found + notes.filter { !found.contains($0) })
      .map { PlacedDiagnostic($0, in: document.source) }
    let result = CellResult(
      index: program.cell.index, line: document.source.line(at: program.span.lower), label: program.options.label,
      outputs: program.options.output ? outputs : [], diagnostics: shown)
    return (result, found.map(severity))
  }

  /// A caption below nothing: the statement that draws may have been lost in the line of an option.
  private func captionWarning(_ program: CellProgram, _ outputs: [Output]) -> [Diagnostic] {
    guard let caption = program.cell["fig-cap"], !outputs.contains(where: \.isPicture) else { return [] }
    return [
      Diagnostic(
        .warning, "run.no-picture", "this cell has a caption for a picture, and draws none",
        at: caption.keySpan.joined(with: caption.valueSpan), help: "`plot …` and `draw …` make pictures")
    ]
  }

  /// A cell says once that it lacks something because of an error above, and the notebook once for each such thing.
  private func note(_ provision: Directive.Provision, at statement: Statement) -> Diagnostic {
    Diagnostic(
      .note, "run.passed-over", "passed over, since the \(provision.noun) above could not be had", at: statement.span,
      help: "the same goes for what needs \(provision.pronoun) further down")
  }

  private mutating func run(_ statement: Statement, found: inout [Diagnostic]) throws(RunProblem) -> [Output] {
    found += targetWarnings(before: statement)
    switch statement.directive {
    case .defineNetwork(let definition): return try run(definition)
    case .useNetwork(let use): return try run(use)
    case .defineData(let definition): return try run(definition)
    case .defineLoss(let definition): return try run(definition)
    case .defineNotation(let definition): return run(definition)
    case .letValue(let definition): return try run(definition)
    case .initialize(let order): return try run(order)
    case .set(let setting): return try run(setting)
    case .freeze(let freezing): return try run(freezing)
    case .train(let order): return try run(order)
    case .lost(let provision):
      lost.insert(provision)
      return []
    case .print(let printing): return try run(printing)
    case .checkGradients(let checking):
      let (table, outcome) = try run(checking, statement: statement.text)
      if !outcome.passed {
        found.append(
          Diagnostic(
            .error, Diagnostic.expectationCode, "the gradients are not confirmed", at: statement.span,
            label: outcome.found))
      }
      return [.array(table), .expectation(outcome)]
    case .explain(let explanation): return try run(explanation)
    case .listVerdicts: return [.verdicts(verdictTable)]
    case .checkEquation(let checking):
      let (result, diagnostics) = try run(checking, statement: statement.text)
      found += diagnostics
      return [.expectation(result)]
    case .sweep(let sweep): return try run(sweep)
    case .plot(let plotting): return try run(plotting)
    case .draw(let drawing): return try run(drawing)
    case .expect(let expectation):
      let result = try run(expectation, statement: statement.text, at: statement.span)
      if !result.passed {
        found.append(
          Diagnostic(
            .error, Diagnostic.expectationCode,
            expectation.expectsFailure ? "this was expected to fail, and holds" : "this does not hold",
            at: statement.span, label: result.found))
      }
      return [.expectation(result)]
    }
  }

  fileprivate func run(_ program: InlineProgram, executes: Bool) -> (InlineResult, [Diagnostic]) {
    var result = InlineResult(
      index: program.value.index, line: document.source.line(at: program.value.text.span.lower), value: nil,
      style: style(program.digits))
    guard let quantity = program.quantity, executes else { return (result, []) }
    do throws(RunProblem) {
      let arrays = try arrays(of: quantity)
      guard arrays.count == 1, let number = arrays[0].single else {
        throw RunProblem.severalNumbers(
          "`\(document.source[quantity.span])`", quantity.span, help: "in a sentence there is place for one number")
      }
      result.value = number
      return (result, [])
    } catch {
      return (result, error.diagnostic(at: quantity.span).map { [$0] } ?? [])
    }
  }
}

extension Output {
  fileprivate var isPicture: Bool {
    if case .picture = self { true } else { false }
  }
}

extension Directive {
  /// What is lost when this statement fails.
  fileprivate var provision: Provision? {
    switch self {
    case .defineNetwork, .useNetwork: .network
    case .defineData: .data
    case .defineLoss: .loss
    case .initialize, .set, .freeze, .train: .parameters
    case .letValue, .defineNotation: .values
    case .sweep: .sweep
    case .print, .explain, .plot, .draw, .checkGradients, .listVerdicts, .checkEquation, .expect, .lost: nil
    }
  }
}
