"""Prints the constants that Sources/Tensors/Elementary holds as Swift source, for comparison by eye or diff:

    python make_tables.py > tables.txt

Needs mpmath. Every number is computed to 500 bits or more and rounded once.
"""

from mpmath import mp, mpf, erf, exp, floor, log, pi, sqrt

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
    print(f"  ({high}, {low}, {nearest(2 / sqrt(pi) * exp(-(centre**2)))}),")
