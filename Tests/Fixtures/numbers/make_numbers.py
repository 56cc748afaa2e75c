"""Writes numbers.tsv beside this file: doubles, and how Python's decimal module rounds their exact binary value.

Each line: shortest form, style, count, expected digits as sign, integer, fraction, exponent (or `-`).
"""
from decimal import Decimal, ROUND_HALF_EVEN, Context, localcontext
from pathlib import Path
import random, struct

random.seed(20240607)
HARD = [0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 0.375, 1e-4, 0.00009999999, 9.9999995, 999999.5, 1234567.0, 2000000.0,
        1e15, 1e16, 123456789012345.0, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 0.1, 0.15, 0.25, 0.35,
        1 / 3, 2 / 3, 0.298371109, 0.7513650695523157, -0.0380, 1e22, 4.35, 1.005, 0.045, -1e-9, -0.00004999, 9.5, 99.95]
values = HARD + [struct.unpack("<d", random.randbytes(8))[0] for _ in range(120)]
values += [random.gauss(0, 10 ** random.randint(-6, 6)) for _ in range(200)]
values = [v for v in values if v == v and abs(v) != float("inf")]


def split(number):
    sign, digits, exponent = number.as_tuple()
    text = "".join(map(str, digits))
    if exponent >= 0:
        return sign, text + "0" * exponent, ""
    text = text.rjust(-exponent + 1, "0")
    return sign, text[:exponent], text[exponent:]


def scientific(value, count, padded):
    with localcontext(Context(prec=count, rounding=ROUND_HALF_EVEN, Emax=999999, Emin=-999999)):
        rounded = +Decimal(value)
    digits = "".join(map(str, rounded.as_tuple().digits))
    digits = digits.ljust(count, "0") if padded else (digits.rstrip("0") or "0")
    return rounded.is_signed(), digits[0], digits[1:], rounded.adjusted()


def significant(value, count):
    if value == 0:
        return False, "0", "", "-"
    with localcontext(Context(prec=count, rounding=ROUND_HALF_EVEN, Emax=999999, Emin=-999999)):
        rounded = +Decimal(value)
    exponent = rounded.adjusted()
    whole = rounded == Decimal(value) and value == int(value) and abs(Decimal(value)) < Decimal(10) ** 15
    if not (-4 <= exponent < count or whole):
        return scientific(value, count, False)
    sign, integer, fraction = split(rounded)
    return sign, integer.lstrip("0") or "0", fraction.rstrip("0"), "-"


def decimals(value, count):
    if abs(Decimal(value)) >= Decimal(10) ** 15:
        return scientific(value, count + 1, True)
    with localcontext(Context(prec=2000)):
        rounded = Decimal(value).quantize(Decimal(1).scaleb(-count), rounding=ROUND_HALF_EVEN)
    sign, integer, fraction = split(rounded)
    if rounded == 0:
        sign = 0
    return sign, integer.lstrip("0") or "0", fraction, "-"


lines = []
for value in values:
    for style, counts, digits in (("significant", (1, 3, 6, 17), significant), ("decimals", (0, 2, 5, 20), decimals)):
        for count in counts:
            sign, *rest = digits(value, count)
            lines.append("\t".join([repr(value), style, str(count), str(int(sign)), *map(str, rest)]))
(Path(__file__).parent / "numbers.tsv").write_text("\n".join(lines) + "\n")
