/// Reads the files that a notebook shows. A protocol, so that reports are made and tested without a disk.
package protocol AssetReading {
  /// - Parameter path: relative to the notebook's folder, with `/` between its parts and no `..` that leaves it
  func bytes(at path: String) -> Result<[UInt8], AssetProblem>
}

package enum AssetProblem: Error, Sendable, Hashable {
  case missing
  /// The path leaves the notebook's folder, by itself or by a link.
  case outside
  /// More bytes than a report takes in.
  case tooLarge
}
