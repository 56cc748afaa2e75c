import Execution
import Results
import Testing

/// Arrays in the IDX format, as `define data from "…" and "…"` reads them.
@Suite struct IDXTests {
  private static func file(_ kind: UInt8, _ extents: [UInt8], _ content: [UInt8]) -> [UInt8] {
    [0, 0, kind, UInt8(extents.count)] + extents.flatMap { [0, 0, 0, $0] } + content
  }

  private func read(
    _ inputs: [UInt8], _ targets: [UInt8], options: String = "", of inputUnits: Int = 1, to outputUnits: Int = 1
  ) async -> (
    numbers: [[Double]], messages: [String]
  ) {
    let shape = "define network n: \(inputUnits) -> output \(outputUnits) linear\n"
    let statements = shape + "define data from \"a.idx\" and \"b.idx\"\(options)\nprint inputs and targets"
    let result = await run(statements, settings: RunSettings { .success($0 == "a.idx" ? inputs : targets) })
    return (result.numbers, result.messages)
  }

  @Test func `divides bytes by 255, and makes a column of each class`() async {
    let images = Self.file(0x08, [3, 1, 2], [0, 255, 51, 102, 153, 204])
    let labels = Self.file(0x08, [3], [2, 0, 1])
    let all = await read(images, labels, of: 2, to: 3)
    #expect(all.messages.isEmpty)
    #expect(all.numbers == [[0, 1, 0.2, 0.4, 0.6, 0.8], [0, 0, 1, 1, 0, 0, 0, 1, 0]])
    #expect(await read(images, labels, options: ", first 1 example", of: 2, to: 3).numbers == [[0, 1], [0, 0, 1]])
  }

  @Test(
    arguments: [
      (0x09, [0xFF, 0x02], [-1, 2]), (0x0B, [0xFF, 0xFE, 0x01, 0x00], [-2, 256]),
      (0x0C, [0xFF, 0xFF, 0xFF, 0xFD, 0, 1, 0, 0], [-3, 65536]),
      (0x0D, [0x3F, 0xC0, 0, 0, 0xC0, 0, 0, 0], [1.5, -2]),
      (0x0E, [0x3F, 0xF8, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0], [1.5, -2]),
    ] as [(UInt8, [UInt8], [Double])])
  func `reads every type of number as it stands`(kind: UInt8, content: [UInt8], numbers: [Double]) async {
    let (found, messages) = await read(
      Self.file(kind, [2, 1], content), Self.file(0x0D, [2], [0x3F, 0xC0, 0, 0, 0, 0, 0, 0]))
    #expect(messages.isEmpty && found == [[numbers[0], 1.5, numbers[1], 0]])
  }

  @Test(
    arguments: [
      ([], "`a.idx` is no IDX file: it does not begin with two zero bytes, a type and a number of dimensions"),
      (
        [0, 0, 7, 1, 0, 0, 0, 0],
        "`a.idx` is no IDX file: it does not begin with two zero bytes, a type and a number of dimensions"
      ),
      ([0, 0, 8, 2, 0, 0, 0, 1], "`a.idx` is no IDX file: it ends within its dimensions"),
      (file(8, [2, 3], [1, 2, 3]), "`a.idx` is no IDX file: 3 bytes follow its dimensions, 2 × 3 of 1 each"),
      (
        [0, 0, 14, 4] + Array(repeating: 255, count: 16),
        "`a.idx` is no IDX file: 0 bytes follow its dimensions, 4294967295 × 4294967295 × 4294967295 × 4294967295 of 8 each"
      ),
      (file(8, [2, 1], [1, 2]), "`a.idx` has 2 examples, `b.idx` has 1"),
      (file(8, [1, 0], []), "`a.idx` has no numbers"),
    ] as [([UInt8], String)])
  func `says what is wrong with a file`(inputs: [UInt8], message: String) async {
    #expect(await read(inputs, Self.file(0x08, [1], [0])).messages.first == message)
  }

  @Test func `says what is wrong with the targets, and with what is asked for`() async {
    let image = Self.file(0x08, [1, 1], [255])
    #expect(
      await read(image, Self.file(0x09, [1], [0xFF])).messages.first
        == "`b.idx` has class numbers from -1 to -1, and not from 0 to 999")
    #expect(
      await read(image, Self.file(0x08, [1], [0]), options: ", first 2 examples").messages.first
        == "`a.idx` has 1 example")
    let alone = await run("define data from \"a.idx\"", settings: RunSettings { _ in .success(image) })
    #expect(alone.messages.first == "`a.idx` is no table of text")
    let word = await run("define data from \"a.idx\" and b", settings: RunSettings { _ in .success(image) })
    #expect(word.messages.first == "expected a file in quotation marks, with the targets, found `b`")
  }
}
