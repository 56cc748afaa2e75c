import Synchronization

/// How the formulas of a document are spelled, found out when a repair first asks for it.
package final class DocumentSpelling: Sendable {
  private let gather: @Sendable () -> SpellingEvidence
  private let known = Mutex<SpellingEvidence?>(nil)

  package init(_ gather: @escaping @Sendable () -> SpellingEvidence) { self.gather = gather }

  var evidence: SpellingEvidence {
    known.withLock { known in
      let evidence = known ?? gather()
      known = evidence
      return evidence
    }
  }
}
