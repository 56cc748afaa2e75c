// swift-tools-version: 6.2
import PackageDescription

/// House rules of the compiler, the same in every room.
let rules: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the program. It may import the rooms it names, and no others: the build refuses the rest.
func room(_ name: String, over rooms: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: rooms, swiftSettings: rules)
}

/// The tests of a room.
func tests(of name: String, over rooms: [Target.Dependency] = []) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: [.byName(name: name)] + rooms, swiftSettings: rules)
}

let package = Package(
  name: "nabla",
  products: [.executable(name: "nabla", targets: ["nabla"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Libraries of the system: a module map and a shim header, nothing else.
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    // This one is opened by the program itself, when a formula needs it.
    .systemLibrary(name: "CJavaScriptCore", providers: [.apt(["libjavascriptcoregtk-4.1-0"])]),

    // Loops in C, one object for each instruction set.
    .target(name: "CKernels", linkerSettings: [.linkedLibrary("m")]),

    // The rooms, from text to report. Each depends only on rooms above it.
    room("Diagnostics"),
    room("Catalog"),
    room("Documents", over: ["Diagnostics", "CCmark", "Yams"]),
    room("TeXMath", over: ["Diagnostics"]),
    room("Kernels", over: ["CKernels"]),
    room("Tensors", over: ["Kernels"]),
    room("Networks", over: ["Catalog", "Kernels", "Tensors"]),
    room("Results", over: ["Diagnostics"]),
    room("Derivations", over: ["Diagnostics", "TeXMath", "Tensors", "Networks", "Results"]),
    room("Directives", over: ["Diagnostics", "Catalog", "Documents", "TeXMath", "Networks"]),
    room(
      "Execution",
      over: [
        "Diagnostics", "Catalog", "Documents", "TeXMath", "Tensors", "Networks", "Derivations", "Directives", "Results",
      ]),
    room("Reports", over: ["Diagnostics", "Documents", "Results", "CJavaScriptCore"]),
    room(
      "Commands",
      over: [
        "Diagnostics", "Documents", "TeXMath", "Directives", "Results", "Execution", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "nabla", dependencies: ["Commands"], swiftSettings: rules,
      linkerSettings: [
        // The program carries the Swift runtime, so that it runs where Swift is not installed. Only this
        // link step is static: tests link the same objects dynamically, and nothing is compiled twice.
        // The libraries named are those that the modules' automatic linking leaves out.
        .unsafeFlags(
          [
            "-static-stdlib", "-use-ld=lld", "-lswiftSynchronization", "-lCoreFoundation", "-l_FoundationICU",
            "-l_FoundationCollections", "-l_FoundationCShims",
            // Debugging information would carry the paths of the build.
            "-Xlinker", "--strip-debug",
          ], .when(platforms: [.linux]))
      ]),

    // What `make bench` times besides the program itself.
    .executableTarget(
      name: "GradientCheckBenchmark", dependencies: ["Networks", "Tensors"], path: "Benchmarks/GradientCheck",
      swiftSettings: rules),

    // The tests mirror the rooms. Cases that are documents (Tests/Specs) are read by one target for all.
    .target(
      name: "SpecCases", dependencies: ["Diagnostics", "Documents", "Directives", "Execution", "Results"],
      path: "Tests/SpecCases", swiftSettings: rules),
    tests(of: "Diagnostics"),
    tests(of: "Kernels"),
    tests(of: "TeXMath"),
    tests(of: "Directives", over: ["SpecCases", "Diagnostics", "Documents", "Catalog", "Networks"]),
    tests(
      of: "Execution",
      over: [
        "SpecCases", "Diagnostics", "Catalog", "Documents", "Directives", "Results", "TeXMath", "Networks", "Tensors",
      ]),
    tests(
      of: "Commands",
      over: ["SpecCases", "Diagnostics", "Documents", "Networks", "Directives", "Execution", "Results", "Reports"]),
    tests(of: "Tensors"),
    tests(of: "Derivations", over: ["Tensors", "Networks", "TeXMath"]),
    tests(of: "Networks", over: ["Catalog", "Kernels", "Tensors"]),
    tests(of: "Documents", over: ["Diagnostics", "CCmark"]),
    tests(of: "Results", over: ["Diagnostics"]),
    tests(of: "Reports", over: ["Diagnostics", "Documents", "Results", "CCmark"]),
  ],
  swiftLanguageModes: [.v6]
)
