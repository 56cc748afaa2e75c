import Testing

/// The program as it was built, on a processor that has neither AVX nor fused multiply-add.
@Suite(
  .enabled(if: ShellCommand.succeeds("command -v qemu-x86_64"), "qemu-x86_64 of Debian's qemu-user is not installed"),
  .enabled(if: ShellCommand.succeeds("test -x .build/release/nabla"), "there is no release build of nabla"))
struct OldProcessorTests {
  @Test(arguments: ["Nehalem", "core2duo"])
  func `writes the same bytes as on this machine`(processor: String) {
    let notebook = "check --format json Tests/Fixtures/kernels/training.md"
    let here = ShellCommand.run(".build/release/nabla \(notebook)")
    let there = ShellCommand.run("qemu-x86_64 -cpu \(processor) .build/release/nabla \(notebook)")
    #expect(here.succeeded && there.succeeded)
    #expect(here.output.count > 1000)
    #expect(here.output == there.output)
  }
}
