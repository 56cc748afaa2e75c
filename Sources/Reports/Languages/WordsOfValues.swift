import Diagnostics
import Documents
import Results

/// The words for values that come from other rooms.
extension EquationResult.Verdict {
  var word: Word {
    switch self {
    case .holds: .holds
    case .convention: .convention
    case .fails: .fails
    case .defines: .defines
    case .conflicts: .conflicts
    case .updates: .updates
    case .notChecked: .notChecked
    }
  }

  /// What so many equations do.
  var countedWord: Word {
    switch self {
    case .holds: .countHolds
    case .convention: .countConvention
    case .fails: .countFails
    case .defines: .countDefines
    case .conflicts: .countConflicts
    case .updates: .countUpdates
    case .notChecked: .countNotChecked
    }
  }
}

extension Callout.Kind {
  var word: Word {
    switch self {
    case .note: .note
    case .tip: .tip
    case .important: .important
    case .warning: .warning
    case .caution: .caution
    }
  }
}

extension Diagnostic.Severity {
  var word: Word {
    switch self {
    case .error: .severityError
    case .warning: .severityWarning
    case .note: .severityNote
    }
  }
}
