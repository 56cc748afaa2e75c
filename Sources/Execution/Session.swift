import Derivations
import Diagnostics
import Directives
import Documents
import Networks
import Results
import TeXMath
import Tensors

/// The state that the statements of a notebook act on, one after the other.
struct Session {
  /// A network with its parameters in their present state.
  struct Bench {
    var network: Network
    /// With what training leaves alone.
    var parameters: Parameters
    var span: SourceSpan
    /// That of the latest training.
    var learningRate: Double?
    /// What the next training goes on from; nil where the parameters are fresh.
    var training: PastTraining?
    /// How the parameters were drawn last.
    var initialization: (initializer: Initializer, seed: UInt64) = (.xavier, 0)
    /// All training since the parameters were fresh, each with the parameters that it began with.
    var history: [(start: Parameters, training: PreparedTraining)] = []
    /// The cost before the first epoch and after each, of all training since the parameters were fresh.
    var costs: [Double] = []
  }
  /// How the network was trained last, and what the optimizer remembers of it.
  struct PastTraining {
    var method: OptimizationMethod
    var optimizer: any Optimizer
    var batch: Int?
    var shuffling: Shuffling?
  }
  struct PlacedData {
    var set: DataSet
    var span: SourceSpan
  }
  struct PlacedLoss {
    var definition: LossDefinition
    var span: SourceSpan
  }
  struct Binding {
    var symbol: Symbol
    /// nil for a symbol with index letters and the like, which has a value only in an equation.
    var quantity: Quantity?
    /// All that the symbol stands for at any values of its letters.
    var whole: Quantity?
  }

  var bench: Bench? { didSet { stateVersion += 1 } }
  var data: PlacedData? {
    didSet {
      hasCheckedTargets = false
      stateVersion += 1
    }
  }
  var loss: PlacedLoss? {
    didSet {
      hasCheckedTargets = false
      stateVersion += 1
    }
  }
  /// That of the next training of the network in force, where it is a number: what equations about a step to come use.
  var upcomingRate: Double?
  /// Its optimizer, where it names one.
  var upcomingMethod: OptimizationMethod?
  /// Grows with every change of network, parameters, data and loss.
  private(set) var stateVersion = 0
  /// The displays judged so far.
  var judged: [EquationResult] = []
  /// The equations so far, and what their symbols mean.
  var derivation = Derivation()
  /// Networks defined so far with what was in force when the next one was defined, latest last.
  var shelf: [(name: String, bench: Bench, data: PlacedData?, loss: PlacedLoss?)] = []
  /// The latest sweep.
  var sweep: SweepRecord?
  /// Values of `let`, latest last.
  var values: [(symbol: Symbol, value: Double)] = []
  /// What `let` gives the symbol that a sentence calls the learning rate.
  var namedRate: Double?
  /// What the sentences of `define notation` bind, latest last.
  var bindings: [Binding] = []
  /// Sentences that could not be read, and whose meaning no equation has shown so far.
  var openSentences: [OpenSentence] = []
  /// Those whose meaning one has shown.
  var settledSentences: [SettledSentence] = []
  /// Whether it was said that the data in force are none for the loss in force.
  var hasCheckedTargets = false
  /// What statements that failed would have provided.
  var lost: Set<Directive.Provision> = []
  /// That of `lost` which has been said to be missing.
  var noted: Set<Directive.Provision> = []

  /// Symbols of equations that nothing binds, wherever they stand.
  var unboundSymbols: [(symbol: String, span: SourceSpan)] = []

  /// The macros that formulas use.
  var macros: MacroTable

  let document: Document
  let settings: RunSettings

  init(document: Document, settings: RunSettings) {
    self.document = document
    let macros = MacroTable(of: document)
    self.macros = macros
    let laterDefinitions = LaterDefinitions {
      document.displays.map { maths in
        var table = macros
        return (maths.span.lower, TeXFormula.reading(maths.tex.text, macros: &table).statements.statements)
      }
    }
    self.settings = settings
    derivation.later = laterDefinitions
    derivation.spelling = DocumentSpelling {
      var evidence = SpellingEvidence()
      for maths in document.displays {
        var (table, none) = (macros, MacroTable())
        let text = TeXFormula.expanding(maths.tex.text, macros: &table)
        evidence.add(SpellingEvidence(TeXFormula.reading(text, macros: &none).nodes, text: text))
      }
      return evidence
    }
    derivation.omittedProbe = settings.omittedProbe
  }

  // MARK: What statements need

  func needBench() throws(RunProblem) -> Bench {
    try refuse(.network)
    guard let bench else { throw .missing(.network) }
    return bench
  }

  func needData() throws(RunProblem) -> PlacedData {
    try refuse(.data)
    guard let data else { throw .missing(.data) }
    return data
  }

  func needLoss() throws(RunProblem) -> PlacedLoss {
    try refuse(.loss)
    guard let loss else { throw .missing(.loss) }
    return loss
  }

  /// Fails in silence where `provision` was lost above.
  func refuse(_ provision: Directive.Provision) throws(RunProblem) {
    if lost.contains(provision) { throw .lost(provision) }
  }

  /// The model in force, with the present parameters and the data.
  ///
  /// - Parameter needsLoss: whether what is asked for depends on the loss; forward quantities don't.
  func needRun(needsLoss: Bool) throws(RunProblem) -> Run {
    let bench = try needBench()
    try refuse(.parameters)
    let data = try needData()
    let definition = needsLoss ? try needLoss().definition : nil
    let model = try model(of: bench, data: data, loss: definition)
    do throws(ShapeError) {
      return try model.run(bench.parameters, data.set)
    } catch {
      throw .mismatch(error, bench.span)
    }
  }

  func model(of bench: Bench, data: PlacedData, loss: LossDefinition?) throws(RunProblem) -> Model {
    let (inputs, outputs) = (data.set.inputNames.count, data.set.targetNames.count)
    let place = bench.span.lower > data.span.lower ? bench.span : data.span
    guard inputs == bench.network.inputs else {
      throw .dataMismatch(what: "input", network: bench.network.inputs, data: inputs, layer: "input", place)
    }
    if let last = bench.network.layers.last, last.units != outputs {
      throw .dataMismatch(what: "target", network: last.units, data: outputs, layer: last.name, place)
    }
    // What does not depend on the loss is the same under any.
    var objective = Objective(.squaredError)
    if let loss { objective = try self.objective(loss, data: data.set) }
    do throws(ShapeError) {
      return try Model(bench.network, objective, examples: data.set.examples)
    } catch {
      throw .mismatch(error, place)
    }
  }
}
