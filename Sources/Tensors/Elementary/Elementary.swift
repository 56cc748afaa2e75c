/// The elementary functions, in one form for every machine.
///
/// A C library chooses its code by the processor and changes it between versions, so the same notebook would print
/// different digits. These use nothing but `+ - * /` and fused multiply-add on Doubles, which IEEE 754 rounds correctly
/// everywhere, and integer arithmetic. Those that training needs are the kernels': a number has the same bits alone and in
/// a plan. A second Double carries what the first had to round away, until the last addition (T. J. Dekker, A
/// floating-point technique for extending the available precision, 1971).
///
/// Each function states its largest error in units in the last place (ulp) of the result, as met on 20,000 points drawn
/// like those of `Tests/Fixtures/engine/elementary.txt`; a correctly rounded one has 0.5.
package enum Elementary {}

/// A polynomial by Horner's rule, constant coefficient first.
@inline(__always)
func polynomial<let count: Int>(_ x: Double, _ coefficients: InlineArray<count, Double>) -> Double {
  var sum = 0.0
  for index in (0..<count).reversed() { sum = sum * x + coefficients[index] }
  return sum
}
