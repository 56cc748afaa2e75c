"""Prints the constants of Sources/Tensors/Elementary and Sources/CKernels, for comparison by eye or diff:

    python make_tables.py > tables.txt

Needs mpmath. Every number is computed to 500 bits or more and rounded once.
"""

from mpmath import atanh, cos, erf, exp, floor, log, lu_solve, matrix, mp, mpf, pi, sqrt

mp.prec = 2000


def nearest(value):
    """The nearest Double, as a hexadecimal literal that Swift reads."""
    return float(value).hex()


def pair(value):
    """A number as two Doubles: the nearest, and the nearest to the rest."""
    high = mpf(float(value))
    return nearest(high), nearest(value - high)


def leading_bits(value, bits):
    """A Double that keeps only the first bits of a number in [0.5, 1), so that small multiples of it are exact."""
    return mpf(int(floor(value * 2**bits))) / 2**bits


ln2 = log(mpf(2))
ln2_high = leading_bits(ln2, 42)
print("ln 2, 42 bits and the rest:", nearest(ln2_high), nearest(ln2 - ln2_high))
print("1 / ln 2:", nearest(1 / ln2))
print("π / 2:", *pair(pi / 2))
print("2 / √π:", *pair(2 / sqrt(pi)))

print("2 / π, its 1216 leading bits after 64 zeros:")
words = [int(floor(2 / pi * mpf(2) ** (64 * n))) & (2**64 - 1) for n in range(0, 20)]
for word in words:
    print(f"  0x{word:016x},")

print("centre, erf (centre), 2/√π · exp (-centre²):")
for k in range(4, 48):
    centre = mpf(k) / 8
    high, low = pair(erf(centre))
    print(f"  {{{high}, {low}, {nearest(2 / sqrt(pi) * exp(-(centre**2)))}}},")


def interpolation(function, low, high, count):
    """The coefficients, constant first, of the polynomial that meets a function at Chebyshev's points."""
    points = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * k + 1) / (2 * count)) for k in range(count)]
    powers = matrix([[x**k for k in range(count)] for x in points])
    return lu_solve(powers, matrix([function(x) for x in points]))


def print_polynomial(title, function, low, high, count):
    print(title)
    for coefficient in interpolation(function, low, high, count):
        print(f"  {nearest(coefficient)}")


mp.prec = 300
bound = mpf("0.3475")
print_polynomial("(exp r - 1 - r - r²/2) / r³:", lambda r: (exp(r) - 1 - r - r * r / 2) / r**3, -bound, bound, 10)
print_polynomial(
    "(2 artanh s / s - 2) / s², by s²:", lambda q: (2 * atanh(sqrt(q)) / sqrt(q) - 2) / q, mpf(0),
    mpf("0.17158") ** 2 * mpf("1.01"), 8)
print_polynomial(
    "(√π/2 erf x / x - 1) / x², by x²:", lambda q: (erf(sqrt(q)) * sqrt(pi) / 2 / sqrt(q) - 1) / q, mpf(0),
    mpf("0.2501"), 11)
