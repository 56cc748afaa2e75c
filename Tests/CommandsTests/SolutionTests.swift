import Foundation
import Testing

/// Solutions as a lecturer hands them out, or does not.
@Suite struct SolutionTests {
  private let notebook = """
    ---
    title: Exercises
    ---

    ```{nabla}
    define network n: 1 -> output 1 linear
    define data
      x | y
      1 | 2
    define loss squared error, half sum
    initialize uniform 1, seed 3
    define notation nielsen
    ```

    ::: {.exercise #exr-a}
    What is it? A note.[^n]
    :::

    ::: {.solution #sol-sesame title="Sesame"}
    The word is sesame, `{nabla} loss with 9 digits`.[^m]

    $$ \\delta^L_j = a^L_j + 4711 $$ {#eq-sesame}

    ```{nabla}
    #| label: fig-sesame
    print loss
    expect loss = 4711
    plot activation function of output
    print sesame
    ```

    ![sesame](sesame.svg)

    [^m]: A note on sesame.
    :::

    [^n]: A note.

    ```{nabla}
    check equations
    ```
    """

  private func reports(_ solutions: String) throws -> (text: String, names: [String], status: Int32) {
    try Shell.inFolder { folder in
      try Data(notebook.utf8).write(to: folder.appending(path: "x.md"))
      let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><title>sesame</title></svg>"
      try Data(picture.utf8).write(to: folder.appending(path: "sesame.svg"))
      let outcome = try Shell.run("nabla render x.md --to html,markdown,json --solutions \(solutions)", in: folder)
      let files = try Shell.files(in: folder.appending(path: "output"))
      let text = files.sorted { $0.key < $1.key }.map { $0.key + String(decoding: $0.value, as: UTF8.self) }.joined()
      return (text, files.keys.sorted(), outcome.status)
    }
  }

  @Test func `are carried out where they are hidden, and leave nothing`() throws {
    let hidden = try reports("hide")
    let shown = try reports("show")
    #expect(hidden.status == shown.status && shown.status != 0)
    #expect(shown.names.contains("x-fig-sesame.svg") && shown.names.contains("sesame.svg"))
    #expect(hidden.names == ["index.html", "x.html", "x.json", "x.md"])
    for trace in ["esame", "4711", "solution\"", "Solution", "a^L_j"] {
      #expect(shown.text.contains(trace), "\(trace)")
      #expect(!hidden.text.contains(trace), "\(trace)")
    }
    #expect(hidden.text.contains("What is it?"))
  }

  @Test func `change nothing else where they are hidden`() throws {
    // Other words in as many lines, and the reports are the same.
    let other = notebook.replacing("sesame", with: "simsim").replacing("Sesame", with: "Simsim")
    let reports = try [notebook, other].map { text in
      try Shell.inFolder { folder in
        try Data(text.utf8).write(to: folder.appending(path: "x.md"))
        _ = try Shell.run("nabla render x.md --to html,markdown,json --solutions hide", in: folder)
        return try Shell.files(in: folder.appending(path: "output"))
      }
    }
    #expect(reports[0] == reports[1])
  }
}
