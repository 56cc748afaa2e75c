package import Results
package import TeXMath

/// What the one who runs notebooks decides, and not the notebook.
package struct RunSettings: Sendable {
  /// The most multiplications that one `train` may take.
  package var workLimit: Double
  /// The most parameters that a network may have.
  package var parameterLimit = 20_000_000
  /// The most epochs that one `train` may have: the loss of each is kept.
  package var epochLimit = 20_000_000
  /// The most runs that one `sweep` may have.
  package var runLimit = 1000
  /// The most numbers that a generator of data may make.
  package var dataLimit = 2_000_000
  /// Reads a file beneath the notebook's folder.
  package var readFile: @Sendable (_ path: String) -> Result<[UInt8], FileProblem>
  /// Values that replace those of `let` (`-P`).
  package var replacements: [Replacement]
  package var executes: Bool
  /// Whether equations are judged at all.
  package var judgesEquations = true
  /// A random network that equations are not tried on, or the author's own (-1).
  package var omittedProbe: Int?
  /// Whether repairs are searched for equations that fail.
  package var searchesRepairs = true
  /// Told of each display as soon as all is known of it.
  package var onVerdict: @Sendable (EquationResult) -> Void = { _ in }

  package init(
    workLimit: Double = 1e11, replacements: [Replacement] = [], executes: Bool = true,
    readFile: @escaping @Sendable (_ path: String) -> Result<[UInt8], FileProblem>
  ) {
    self.workLimit = workLimit
    self.replacements = replacements
    self.executes = executes
    self.readFile = readFile
  }
}

/// Another value for a letter of `let`.
package struct Replacement: Sendable, Hashable {
  /// The letter's LaTeX, with or without the backslash in front: `eta` names `\eta`.
  package var key: String
  package var value: Double

  package init(key: String, value: Double) {
    self.key = key
    self.value = value
  }

  package func names(_ symbol: Symbol) -> Bool { symbol.tex == key || symbol.tex == "\\" + key }
}

/// Why a file could not be read.
package enum FileProblem: Error, Sendable, Hashable {
  case missing
  /// The path leaves the notebook's folder.
  case outside
  case tooLarge
  case unreadable
}
