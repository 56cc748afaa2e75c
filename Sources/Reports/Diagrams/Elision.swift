/// Which of `count` things are shown where there is room for `limit`: the first ones, nil for those left out, and the
/// last ones.
///
///     elided(10, to: 6)   // 0, 1, 2, nil, 8, 9
package func elided(_ count: Int, to limit: Int) -> [Int?] {
  guard count > limit else { return Array(0..<count) }
  let first = limit / 2
  return Array(0..<first) + [nil] + Array((count - (limit - first - 1))..<count)
}
