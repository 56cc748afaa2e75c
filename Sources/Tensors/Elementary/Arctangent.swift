extension Elementary {
  /// The angle of the point (x, y) from the first axis, from -π to π.
  ///
  /// As met on the points of `Tests/Fixtures/engine/complex.txt`, the result is the nearest Double or a neighbour of it.
  package static func atan2(_ y: Double, _ x: Double) -> Double {
    if x.isNaN || y.isNaN { return .nan }
    let (ySize, xSize) = (y.magnitude, x.magnitude)
    let slope: Double
    switch (ySize, xSize) {
    case (0, _): slope = 0
    case (.infinity, .infinity): slope = 1
    default: slope = min(ySize, xSize) / max(ySize, xSize)
    }
    var angle = arctangent(slope)
    if ySize > xSize { angle = 0x1.921fb54442d18p+0 - (angle - 0x1.1a62633145c07p-54) }
    if x.sign == .minus { angle = 0x1.921fb54442d18p+1 - (angle - 0x1.1a62633145c07p-53) }
    return y.sign == .minus ? -angle : angle
  }

  /// The angle at the nearest multiple of ⅛ and, by its Taylor series, that of `(x - c) / (1 + xc)` from there.
  ///
  /// - Precondition: x is from 0 to 1.
  private static func arctangent(_ x: Double) -> Double {
    let eighths = Int(8 * x + 0.5)
    let centre = Double(eighths) / 8
    let rest = (x - centre) / (1 + x * centre)
    let square = rest * rest
    let tail = polynomial(square, [-1 / 3, 1 / 5, -1 / 7, 1 / 9, -1 / 11, 1 / 13])
    return anglesOfEighths[eighths] + (rest + rest * square * tail)
  }
}

/// The arctangents of the multiples of ⅛ from 0 to 1, to the nearest Double.
private let anglesOfEighths: [Double] = [
  0, 0x1.fd5ba9aac2f6ep-4, 0x1.f5b75f92c80ddp-3, 0x1.6f61941e4def1p-2, 0x1.dac670561bb4fp-2, 0x1.1e00babdefeb4p-1,
  0x1.4978fa3269ee1p-1, 0x1.700a7c5784634p-1, 0x1.921fb54442d18p-1,
]
