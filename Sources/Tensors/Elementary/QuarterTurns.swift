/// An angle as quarter turns, counted modulo 4, and a rest of at most an eighth of a turn, in radians.
///
/// Exact for every finite Double: the product with 2/π is formed in integers, with just those bits of 2/π that
/// matter (M. H. Payne and R. N. Hanek, Radian reduction for trigonometric functions, 1983).
struct QuarterTurns {
  let turns: Int
  let rest: DoubleDouble

  init(_ x: Double) {
    if x.magnitude <= 0x1.921fb54442d18p-1 {
      (turns, rest) = (0, DoubleDouble(x, 0))
      return
    }
    // |x| = m·2ᵉ with a whole m. Bits of 2/π above 2²⁻ᵉ only give multiples of 4 and bits 192 below it are far less
    // than the distance of any Double from a multiple of π/2; the product of m with those between, modulo 2¹⁹², is
    // the number of quarter turns modulo 4, with 190 bits after the point.
    let mantissa = x.significandBitPattern | 1 << 52
    let firstBit = Int(x.exponentBitPattern) - 1023 - 52 - 2 + 64
    var product = Wide(bitsOfTwoOverPi: firstBit).times(mantissa)
    var quarter = Int(product.high >> 62)
    product = product.shiftedLeft(by: 2)
    // Half a quarter turn or more counts towards the next, with a negative rest.
    let isNegative = product.high >> 63 == 1
    if isNegative {
      quarter += 1
      product = product.negated
    }
    let fraction = product.fraction
    let whole = DoubleDouble(product: fraction.high, 0x1.921fb54442d18p+0)
    let low = whole.low + (fraction.high * 0x1.1a62633145c07p-54 + fraction.low * 0x1.921fb54442d18p+0)
    let sign: Double = isNegative != (x < 0) ? -1 : 1
    turns = (x < 0 ? -quarter : quarter) & 3
    rest = DoubleDouble(sign * whole.high, sign * low)
  }
}

/// An integer of 192 bits, calculated with modulo 2¹⁹².
private struct Wide {
  var high, middle, low: UInt64

  init(_ high: UInt64, _ middle: UInt64, _ low: UInt64) { (self.high, self.middle, self.low) = (high, middle, low) }

  init(bitsOfTwoOverPi first: Int) {
    let (word, shift) = (first / 64, UInt64(first % 64))
    func bits(_ index: Int) -> UInt64 {
      shift == 0 ? twoOverPi[index] : twoOverPi[index] << shift | twoOverPi[index + 1] >> (64 - shift)
    }
    self.init(bits(word), bits(word + 1), bits(word + 2))
  }

  func times(_ factor: UInt64) -> Wide {
    let lowest = low.multipliedFullWidth(by: factor)
    let next = middle.multipliedFullWidth(by: factor)
    let (middleSum, carry) = next.low.addingReportingOverflow(lowest.high)
    return Wide(high &* factor &+ next.high &+ (carry ? 1 : 0), middleSum, lowest.low)
  }

  func shiftedLeft(by count: UInt64) -> Wide {
    count == 0
      ? self
      : Wide(high << count | middle >> (64 - count), middle << count | low >> (64 - count), low << count)
  }

  var negated: Wide {
    let (lowSum, carry) = (~low).addingReportingOverflow(1)
    let (middleSum, carryOn) = (~middle).addingReportingOverflow(carry ? 1 : 0)
    return Wide(~high &+ (carryOn ? 1 : 0), middleSum, lowSum)
  }

  /// The integer divided by 2¹⁹², to about 106 significant bits.
  var fraction: DoubleDouble {
    // No Double is closer to a multiple of π/2 than about 2⁻⁶¹ quarter turns: the first word is not 0.
    let zeros = UInt64(high.leadingZeroBitCount)
    let normal = shiftedLeft(by: zeros)
    let scale = Double.powerOfTwo(-Int(zeros))
    return DoubleDouble(
      Double(normal.high >> 11) * 0x1p-53 * scale,
      Double((normal.high << 53 | normal.middle >> 11) >> 11) * 0x1p-106 * scale)
  }
}

/// The bits of 2/π after the binary point, behind 64 zeros. Made by `Tests/Fixtures/engine/make_tables.py`.
private let twoOverPi: [UInt64] = [
  0x0000_0000_0000_0000,
  0xa2f9_836e_4e44_1529,
  0xfc27_57d1_f534_ddc0,
  0xdb62_9599_3c43_9041,
  0xfe51_63ab_debb_c561,
  0xb724_6e3a_424d_d2e0,
  0x0649_2eea_09d1_921c,
  0xfe1d_eb1c_b129_a73e,
  0xe882_35f5_2ebb_4484,
  0xe99c_7026_b45f_7e41,
  0x3991_d639_8353_39f4,
  0x9c84_5f8b_bdf9_283b,
  0x1ff8_97ff_de05_980f,
  0xef2f_118b_5a0a_6d1f,
  0x6d36_7ecf_27cb_09b7,
  0x4f46_3f66_9e5f_ea2d,
  0x7527_bac7_ebe5_f17b,
  0x3d07_39f7_8a52_92ea,
  0x6bfb_5fb1_1f8d_5d08,
  0x5603_3046_fc7b_6bab,
]
