extension Node {
  /// Whether it is one or several primes and nothing else.
  var isPrime: Bool {
    switch kind {
    // `^{'}`
    case .scripted(nil, sub: nil, sup: nil, primes: _): true
    case .letter("\\prime"), .sign("'"), .sign("′"): true
    default: false
    }
  }

  /// How many primes it is.
  fileprivate var primeCount: Int {
    if case .scripted(nil, sub: nil, sup: nil, let primes) = kind { primes } else { 1 }
  }

  /// The node without the primes behind a bracket that closes.
  fileprivate var partingPrimes: (node: Node, primes: Int)? {
    guard case .scripted(let base?, sub: nil, let sup, let primes) = kind, base.nesting < 0 else { return nil }
    guard let sup else { return primes > 0 ? (base, primes) : nil }
    guard !sup.isEmpty, sup.allSatisfy(\.isPrime) else { return nil }
    return (base, primes + sup.reduce(0) { $0 + $1.primeCount })
  }
}

extension [Node] {
  /// The nodes of a superscript without the primes among them that stand beside brackets: `[1]'` and `'[1]`.
  var partingPrimes: (nodes: [Node], primes: Int) {
    guard contains(where: { $0.nesting != 0 }) else { return (self, 0) }
    var nodes: [Node] = []
    var primes = 0
    for node in self {
      if node.isPrime {
        primes += node.primeCount
      } else if let parted = node.partingPrimes {
        nodes.append(parted.node)
        primes += parted.primes
      } else {
        nodes.append(node)
      }
    }
    return (nodes, primes)
  }
}
