/* Exponentials, logarithms and the error function, without a branch, on the lanes of Lanes.h. Polynomials interpolate at
 * Chebyshev's points; Tests/Fixtures/engine/make_tables.py makes them. A second Double carries what the first had to
 * round away (T. J. Dekker, A floating-point technique for extending the available precision, 1971). */

#define LN2_HIGH 0x1.62e42fefa3800p-1 /* 42 bits: its product with an exponent is exact */
#define LN2_LOW 0x1.ef35793c76730p-45
/* Added and taken away, it rounds to an integer; and while added, the last bits are those of the integer and 1023, as in
 * the exponent of a power of two. */
#define ROUNDER (0x1.8p52 + 1023)

/* Two to a power from -1022 to 1023, an integer to which ROUNDER was added. */
#define POWER_OF_TWO(shifted) FROM_BITS(BITS(shifted) << 52)

#define PAIR NAME(pair)
struct PAIR {
  V high, low;
};

/* a + b without error. D. E. Knuth, The Art of Computer Programming, volume 2, section 4.2.2, theorem B. */
INLINE struct PAIR NAME(exact_sum)(V a, V b) {
  V high = a + b, part = high - a;
  return (struct PAIR){high, (a - (high - part)) + (b - part)};
}

/* The quotient, with an error of about 2⁻¹⁰⁰ of it. */
INLINE struct PAIR NAME(quotient)(struct PAIR a, struct PAIR b) {
  V high = a.high / b.high;
  V rest = FMA(-high, b.high, a.high) + a.low;
  return (struct PAIR){high, FMA(-high, b.low, rest) / b.high};
}

/* x = k·ln 2 + r, with k as a Double, and shifted as POWER_OF_TWO takes it */
struct NAME(reduced) {
  V k, shifted, head, r;
};

INLINE struct NAME(reduced) NAME(reduce)(V x) {
  V shifted = FMA(x, ALL(0x1.71547652b82fep+0), ALL(ROUNDER)), k = shifted - ROUNDER;
  V head = FMA(-k, ALL(LN2_HIGH), x);
  return (struct NAME(reduced)){k, shifted, head, FMA(-k, ALL(LN2_LOW), head)};
}

/* (eʳ - 1 - r) / r² for |r| ≤ 0.35, in as few steps as possible one after the other. G. Estrin, Organization of computer
 * systems, 1960. */
INLINE V NAME(exp_tail)(V r) {
  V s = r * r, q = s * s;
  V a = FMA(r, ALL(0x1.5555555555556p-3), ALL(0.5));
  V b = FMA(r, ALL(0x1.111111111098cp-7), ALL(0x1.5555555555555p-5));
  V c = FMA(r, ALL(0x1.a01a01a7e29cdp-13), ALL(0x1.6c16c16c167cbp-10));
  V d = FMA(r, ALL(0x1.71de0d383914ap-19), ALL(0x1.a01a01a48c71bp-16));
  V e = FMA(r, ALL(0x1.af39c20098071p-26), ALL(0x1.27e4e1b1031a7p-22));
  e = FMA(s, ALL(0x1.1f677fa3c3901p-29), e);
  a = FMA(s, b, a);
  c = FMA(s, d, c);
  c = FMA(q, e, c);
  return FMA(q, c, a);
}

/* eʳ for |r| ≤ 0.35; the 1 is added last. */
INLINE V NAME(exp_small)(V r) {
  V sum = 1 + r, lost = r - (sum - 1);
  return sum + FMA(r * r, NAME(exp_tail)(r), lost);
}

/* The power of two in two steps, so that a result in the range of Double never passes by infinity and one below the normal
 * range is rounded once. */
static __attribute__((noinline, cold)) void NAME(extreme_exp)(V *at) {
  V x = *at;
  x = CHOOSE(x > 710, ALL(710), CHOOSE(x < -746, ALL(-746), x));
  struct NAME(reduced) by = NAME(reduce)(x);
  V half = FMA(by.k, ALL(0.5), ALL(ROUNDER)) - ROUNDER;
  *at = NAME(exp_small)(by.r) * POWER_OF_TWO(half + ROUNDER) * POWER_OF_TWO((by.k - half) + ROUNDER);
}

INLINE V NAME(exp)(V x) {
  if (__builtin_expect(ANY(MAGNITUDE(x) > 708), 0)) {
    NAME(extreme_exp)(&x);
    return x;
  }
  struct NAME(reduced) by = NAME(reduce)(x);
  return NAME(exp_small)(by.r) * POWER_OF_TWO(by.shifted);
}

/* eʳ - 1 for |r| ≤ 0.35, with r + r²/2 almost without error */
INLINE struct PAIR NAME(small_expm1)(V r, V rest) {
  V square = r * r, lost = FMA(r, r, -square);
  struct PAIR sum = NAME(exact_sum)(r, square / 2);
  /* The tail without its leading ½ */
  V tail = FMA(rest, r, FMA(square, NAME(exp_tail)(r) - 0.5, FMA(lost, ALL(0.5), rest)));
  return NAME(exact_sum)(sum.high, sum.low + tail);
}

/* eˣ - 1 to about twice the digits, for x from -45 to 56 */
INLINE struct PAIR NAME(expm1_pair)(V x) {
  struct NAME(reduced) by = NAME(reduce)(x);
  struct PAIR rest = NAME(small_expm1)(by.r, FMA(-by.k, ALL(LN2_LOW), by.head - by.r));
  /* 2ᵏ(1 + rest) - 1 = (2ᵏ - 1) + 2ᵏ·rest */
  V scale = POWER_OF_TWO(by.shifted);
  struct PAIR whole = NAME(exact_sum)(scale, ALL(-1));
  struct PAIR sum = NAME(exact_sum)(whole.high, scale * rest.high);
  return NAME(exact_sum)(sum.high, FMA(scale, rest.low, sum.low + whole.low));
}

/* For x up to 56. */
INLINE V NAME(lower_expm1)(V x) {
  V result = NAME(expm1_pair)(CHOOSE(x < -45, ALL(-45), x)).high;
  return CHOOSE(MAGNITUDE(x) < 0x1p-54, x, result);
}

INLINE V NAME(expm1)(V x) {
  /* From 56 on, the 1 is below the last place of the power. */
  return CHOOSE(x > 56, NAME(exp)(x), NAME(lower_expm1)(CHOOSE(x > 56, ALL(56), x)));
}

/* t / (t + 2) with t = e²ˣ - 1 */
INLINE V NAME(tanh)(V x) {
  V magnitude = MAGNITUDE(x);
  struct PAIR t = NAME(expm1_pair)(2 * CHOOSE(magnitude > 20, ALL(20), magnitude));
  struct PAIR below = NAME(exact_sum)(ALL(2), t.high);
  struct PAIR result = NAME(quotient)(t, (struct PAIR){below.high, below.low + t.low});
  return WITH_SIGN_OF(CHOOSE(magnitude < 0x1p-28, magnitude, result.high + result.low), x);
}

/* k·ln 2 + ln(1 + f) for 1 + f between √½ and √2, as twice the artanh of f / (2 + f) */
INLINE V NAME(logarithm)(V k, struct PAIR f) {
  struct PAIR below = NAME(exact_sum)(ALL(2), f.high);
  struct PAIR s = NAME(quotient)(f, (struct PAIR){below.high, below.low + f.low});
  V square = s.high * s.high;
  V tail = ALL(0x1.0c4e2164222f7p-3);
  tail = FMA(square, tail, ALL(0x1.0fb76c77ae444p-3));
  tail = FMA(square, tail, ALL(0x1.3b1c7a2853b25p-3));
  tail = FMA(square, tail, ALL(0x1.745cf7bf15ebap-3));
  tail = FMA(square, tail, ALL(0x1.c71c720468c73p-3));
  tail = FMA(square, tail, ALL(0x1.2492492475100p-2));
  tail = FMA(square, tail, ALL(0x1.9999999999a43p-2));
  tail = FMA(square, tail, ALL(0x1.5555555555555p-1));
  struct PAIR sum = NAME(exact_sum)(k * LN2_HIGH, 2 * s.high);
  return sum.high + (sum.low + FMA(s.high * square, tail, FMA(k, ALL(LN2_LOW), 2 * s.low)));
}

/* A positive number as two to a power, an integer as a Double, and a factor between √½ and √2. */
INLINE V NAME(mantissa)(V x, V *exponent) {
  M subnormal = x < 0x1p-1022;
  M bits = BITS(CHOOSE(subnormal, x * 0x1p54, x));
  V power = FROM_BITS(((bits >> 52) & 0x7ff) | BITS(ALL(0x1p52))) - (0x1p52 + 1023) - CHOOSE(subnormal, ALL(54), ALL(0));
  V mantissa = FROM_BITS((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  M upper = mantissa > 0x1.6a09e667f3bcdp0;
  *exponent = power + CHOOSE(upper, ALL(1), ALL(0));
  return CHOOSE(upper, mantissa / 2, mantissa);
}

INLINE V NAME(log)(V x) {
  V exponent, factor = NAME(mantissa)(x, &exponent);
  V result = NAME(logarithm)(exponent, (struct PAIR){factor - 1, ALL(0)});
  result = CHOOSE(x < __builtin_inf(), result, x);
  return CHOOSE(x > 0, result, CHOOSE(x == 0, ALL(-__builtin_inf()), ALL(__builtin_nan(""))));
}

INLINE V NAME(log1p)(V x) {
  struct PAIR sum = NAME(exact_sum)(ALL(1), x);
  V exponent, factor = NAME(mantissa)(sum.high, &exponent);
  /* What 1 + x rounds away, over the same power of two; it is 0 where that is large. */
  V shrink = POWER_OF_TWO(ROUNDER - CHOOSE(exponent > 1000, ALL(0), exponent));
  M small = (x > -0.29) & (x < 0.41);
  V high = CHOOSE(small, x, factor - 1), low = CHOOSE(small | (exponent > 1000), ALL(0), sum.low * shrink);
  V result = NAME(logarithm)(CHOOSE(small, ALL(0), exponent), (struct PAIR){high, low});
  result = CHOOSE((x < __builtin_inf()) & (MAGNITUDE(x) >= 0x1p-54), result, x);
  return CHOOSE(x > -1, result, CHOOSE(x == -1, ALL(-__builtin_inf()), ALL(__builtin_nan(""))));
}

/* Below ½, the Maclaurin series. From there on, the Taylor series at the nearest multiple of ⅛, whose coefficients follow
 * from erf″(x) = -2x·erf′(x). */
INLINE V NAME(erf)(V x) {
  V size = MAGNITUDE(x), square = size * size;
  V tail = ALL(-0x1.0d8509ae9b799p-30);
  tail = FMA(square, tail, ALL(0x1.c0b56e85a83b7p-27));
  tail = FMA(square, tail, ALL(-0x1.376c2e0672765p-23));
  tail = FMA(square, tail, ALL(0x1.879fb4a360ae1p-20));
  tail = FMA(square, tail, ALL(-0x1.bbd777eb07f03p-17));
  tail = FMA(square, tail, ALL(0x1.c01c01bc96faap-14));
  tail = FMA(square, tail, ALL(-0x1.8d3018d2fb867p-11));
  tail = FMA(square, tail, ALL(0x1.2f684bda12f08p-8));
  tail = FMA(square, tail, ALL(-0x1.8618618618618p-6));
  tail = FMA(square, tail, ALL(0x1.999999999999ap-4));
  tail = FMA(square, tail, ALL(-0x1.5555555555555p-2));
  V leading = size * 0x1.20dd750429b6dp+0, lost = FMA(size, ALL(0x1.20dd750429b6dp+0), -leading);
  V near = leading + FMA(leading * square, tail, FMA(size, ALL(0x1.1ae3a914fed80p-56), lost));

  V within = CHOOSE(size < 5.9, size, ALL(5.9));
  V eighths = CHOOSE(within > 0.5, FMA(within, ALL(8), ALL(ROUNDER)) - ROUNDER, ALL(4));
  M place = BITS(eighths + ROUNDER) - BITS(ALL(ROUNDER));
  V value, rest, slope;
  for (int lane = 0; lane < LANES; lane++) {
    const struct centre *centre = &centres[place[lane] - 4];
    value[lane] = centre->value, rest[lane] = centre->rest, slope[lane] = centre->slope;
  }
  V c = eighths / 8, h = within - c;
  /* The series of erf′(c + h) / erf′(c) has coefficients q₀ = 1, q₁ = -2c, (n+1)·qₙ₊₁ = -2(c·qₙ + qₙ₋₁). */
  V earlier = ALL(0), coefficient = ALL(1), power = h, sum = ALL(0);
  for (int n = 1; n <= 13; n++) {
    sum = FMA(coefficient * power, ALL(1.0 / n), sum);
    V next = FMA(c, coefficient, earlier) * (-2.0 / n);
    earlier = coefficient, coefficient = next, power = power * h;
  }
  V far = value + FMA(slope, sum, rest);
  V result = CHOOSE(size < 0.5, near, CHOOSE(size < 5.9375, far, ALL(1)));
  return WITH_SIGN_OF(CHOOSE(x == x, result, x), x);
}

/* The exponential is always of a negative number, so nothing overflows. */
INLINE V NAME(sigmoid)(V x) {
  V negative = -MAGNITUDE(x);
  if (__builtin_expect(ANY(negative < -708), 0)) {
    V power = negative;
    NAME(extreme_exp)(&power);
    return CHOOSE(x < 0, power, ALL(1)) / (1 + power);
  }
  /* As with exp; the product with a power of two is exact, and need not come before the sum. */
  struct NAME(reduced) by = NAME(reduce)(negative);
  V small = NAME(exp_small)(by.r), scale = POWER_OF_TWO(by.shifted);
  return CHOOSE(x < 0, small * scale, ALL(1)) / FMA(small, scale, ALL(1));
}

/* eˣ to about twice the digits, for x from -45 to 0 */
INLINE struct PAIR NAME(exp_pair)(V x) {
  struct NAME(reduced) by = NAME(reduce)(x);
  struct PAIR rest = NAME(small_expm1)(by.r, FMA(-by.k, ALL(LN2_LOW), by.head - by.r));
  V scale = POWER_OF_TWO(by.shifted);
  struct PAIR sum = NAME(exact_sum)(ALL(1), rest.high);
  return (struct PAIR){scale * sum.high, scale * (sum.low + rest.low)};
}

/* ln(1 + eˣ) as the larger of x and 0 and a correction between 0 and ln 2 */
INLINE V NAME(softplus)(V x) {
  V size = MAGNITUDE(x);
  M near = size < 40;
  struct PAIR power = NAME(exp_pair)(-CHOOSE(near, size, ALL(40))), sum = NAME(exact_sum)(ALL(1), power.high);
  M small = power.high < 0.41;
  V high = CHOOSE(small, power.high, sum.high / 2 - 1);
  V low = CHOOSE(small, power.low, (sum.low + power.low) / 2);
  V correction = NAME(logarithm)(CHOOSE(small, ALL(0), ALL(1)), (struct PAIR){high, low});
  /* Beyond, ln(1 + t) is t. */
  correction = CHOOSE(near, correction, NAME(exp)(-size));
  return CHOOSE(x > 0, x + correction, correction);
}

/* At NaN, x itself. */
INLINE V NAME(elu)(V x, double alpha) {
  return CHOOSE(x <= 0, alpha * NAME(lower_expm1)(CHOOSE(x <= 0, x, ALL(0))), x);
}
