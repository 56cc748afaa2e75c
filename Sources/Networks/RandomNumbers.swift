import Tensors

/// Pseudo-random numbers from a seed, the same on every machine.
///
/// The generator is xoshiro256** (D. Blackman and S. Vigna, Scrambled linear pseudorandom number generators, 2021), its
/// state filled by SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number generators,
/// 2014), as its authors advise.
package struct RandomNumbers: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  package init(seed: UInt64) {
    var counter = seed
    func splitMix() -> UInt64 {
      counter &+= 0x9e37_79b9_7f4a_7c15
      var mixed = counter
      mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
      return mixed ^ mixed >> 31
    }
    state = (splitMix(), splitMix(), splitMix(), splitMix())
  }

  package mutating func next() -> UInt64 {
    let result = (state.1 &* 5).rotated(by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3.rotated(by: 45)
    return result
  }

  /// A number from 0 up to 1, a multiple of 2⁻⁵³.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number between -bound and bound.
  package mutating func uniform(_ bound: Double) -> Double { bound * (2 * unit() - 1) }

  /// A number of the standard normal distribution. G. E. P. Box and M. E. Muller, A note on the generation of random
  /// normal deviates, 1958.
  package mutating func normal() -> Double {
    let radius = (-2 * Elementary.log(1 - unit())).squareRoot()
    return radius * Elementary.cos(2 * Double.pi * unit())
  }
}

extension UInt64 {
  fileprivate func rotated(by count: UInt64) -> UInt64 { self << count | self >> (64 - count) }
}

extension RandomNumbers: Equatable {
  package static func == (left: RandomNumbers, right: RandomNumbers) -> Bool { left.state == right.state }
}
