import Execution
import Results
import Testing

/// Comma-separated values by RFC 4180, as `define data from "…"` reads them.
@Suite struct CSVTests {
  private func read(_ text: String) async -> (numbers: [[Double]], messages: [String]) {
    let network = "define network n: 2 -> output 1 linear\ndefine data from \"a.csv\"\nprint inputs and targets"
    let result = await run(network, settings: RunSettings { _ in .success(Array(text.utf8)) })
    return (result.numbers, result.messages)
  }

  @Test(arguments: [
    "a,b,c\n1,2,3\n4,5,6\n", "a,b,c\r\n1,2,3\r\n4,5,6", "a,b,c\r1,2,3\r4,5,6\r", "\u{FEFF}a,b,c\n1,2,3\n4,5,6",
    "\"a\",\"b\",\"c\"\n\"1\",\"2\",3\n4,5,\"6\"\n", "a;b;c\n1;2;3\n4;5;6", "a , b , c\n 1, 2 ,3\n\n4,5, 6\n\n",
    "\"a,\"\"x\"\"\",\"b\nb\",c\n1,2,3\n4,5,6", "a,b,c\n+1,2e0,3.0\n4.,.5e1,6",
  ])
  func `reads what other programs write`(text: String) async {
    let (numbers, messages) = await read(text)
    #expect(messages.isEmpty && numbers == [[1, 2, 3, 4, 5, 6]])
  }

  @Test(arguments: [
    ("a,b,c\n1,x,3", "a.csv:2:3: `x` is not a number (column `b`)"),
    ("\"a\nx\",b,c\n1,2,x", "a.csv:3:5: `x` is not a number (column `c`)"),
    ("a,b,c\n1,2", "a.csv:2: this row has 2 fields, the first line names 3"),
    ("a,b,c\n1,\"2,3", "a.csv:2:3: the quotation that begins here is not closed"),
    ("a,b,c\n1,\"2\"x,3", "a.csv:2:6: text follows a closed quotation"),
    ("a,b,c\n1,2,nan", "a.csv:2:5: `nan` is not a number (column `c`)"),
    ("a,b,c\n1,2,0x10", "a.csv:2:5: `0x10` is not a number (column `c`)"),
    ("a,b,c\n1,2,1e999", "a.csv:2:5: `1e999` is not a number (column `c`)"),
    ("a,a,c\n1,2,3", "two columns are named `a`"),
    ("a,b,c\n", "a table of examples needs at least two columns and one row of numbers"),
    ("c\n1\n", "a table of examples needs at least two columns and one row of numbers"),
    ("", "`a.csv` is empty"),
  ])
  func `says at which line and column a file is wrong`(text: String, message: String) async {
    #expect(await read(text).messages.first == message)
  }
}
