import Testing

/// What the objects of the rooms that calculate ask the system's libraries for.
@Suite(
  .enabled(if: ShellCommand.succeeds("command -v nm"), "nm of Debian's binutils is not installed"),
  .enabled(if: ShellCommand.succeeds("test -d .build/release/Tensors.build"), "there is no release build"))
struct ImportedSymbolsTests {
  /// The C library's functions on floating-point numbers, without the correctly rounded `fma` and `sqrt`.
  private static let inexact: Set<String> = {
    let names = [
      "exp", "exp2", "exp10", "expm1", "log", "log2", "log10", "log1p", "pow", "cbrt", "hypot", "sin", "cos", "sincos",
      "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "erfc",
      "tgamma", "lgamma", "lgamma_r",
    ]
    return Set(names.flatMap { [$0, $0 + "f", $0 + "l", "__\($0)_finite"] })
  }()

  @Test(arguments: ["CKernels", "Kernels", "Tensors", "Networks", "Derivations", "Execution", "Results", "Reports"])
  func `has no function that is rounded differently elsewhere`(room: String) {
    let symbols = ShellCommand.text("nm --undefined-only .build/release/\(room).build/*.o")
      .split(separator: "\n").compactMap { $0.split(separator: " ").last }
      .compactMap { $0.split(separator: "@").first }.map(String.init)
    #expect(!symbols.isEmpty)
    let found = symbols.filter { Self.inexact.contains($0) || $0.hasPrefix("_ZGV") }
    #expect(found.isEmpty)
  }
}
