/// The known word that a mistyped one most likely means.
///
///     nearest("epochz", among: ["epochs", "errors"])  // "epochs"
///
/// Edits are insertions, deletions, replacements and swaps of neighbours (Damerau 1964, restricted); more than a
/// third of the word's letters wrong, and there is no suggestion; words of one or two letters are never close.
package func nearest(_ word: String, among known: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased())
  var best: (word: String, distance: Int)?
  for candidate in known {
    let other = Array(candidate.lowercased())
    let limit = max(letters.count, other.count) / 3
    guard abs(letters.count - other.count) <= limit else { continue }
    let distance = editDistance(letters, other)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.word
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var rows = [Array(0...b.count)]
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
      row.append(cost)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
