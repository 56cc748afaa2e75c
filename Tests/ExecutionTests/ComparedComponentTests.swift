import Results
import Testing

/// What a verdict says of how much was compared, and where.
@Suite struct ComparedComponentTests {
  /// With a letter for the number of examples, and an index for them.
  private static let headerWithExamples = SubstitutionTests.header
    .replacing("  $L$ ", with: "  $m$         is the number of examples\n  $L$ ")
    .replacing(
      "$\\delta^l_j$ is the error of unit j of layer l",
      with: "$\\delta^{l,i}_j$ is the error of unit j of layer l for example i")

  /// Of the two outputs without their biases both differ; the numbers shown are the notebook's own.
  @Test func `counts what was compared on the network whose numbers refute`() async throws {
    let equations = await SubstitutionTests.equations([
      #"z^L_j = \sum_k w^L_{jk} a^{L-1}_k - 1"#, #"z^L_j = \sum_k w^L_{jk} a^{L-1}_k + b^L_j"#,
    ])
    let refuted = try #require(equations[0].links.first?.evidence)
    // Two outputs of two examples, on one network.
    #expect(refuted.compared == 4 && refuted.probes == 0 && refuted.includesOwn)
    #expect(refuted.maxError == 1)
    let confirmed = try #require(equations[1].links.first?.evidence)
    #expect(confirmed.probes > 1 && confirmed.includesOwn)
  }

  /// Two examples and the factor ½ are the same number here; what refutes the equation is a random network.
  @Test func `says that a random network refutes what is true by the notebook's numbers`() async throws {
    let equations = await SubstitutionTests.equations(
      [#"C_x = \frac{1}{m} \sum_j (y_j - a^L_j)^2"#], header: Self.headerWithExamples)
    let link = try #require(equations[0].links.first)
    #expect(equations[0].verdict == .fails)
    #expect(link.evidence?.probes == 1 && link.evidence?.includesOwn == false)
    #expect(link.reason?.hasSuffix("true with the notebook's own numbers, but not with random ones") ?? false)
  }

  /// Where ReLU is 0, both sides are exactly that, and nothing is rounded.
  @Test func `leaves nothing out of a rectifier`() async throws {
    let header = """
      ```{nabla}
      let $x \\in \\mathbb{R}$
      ```

      """
    let equations = await SubstitutionTests.equations(
      [#"relu(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#], header: header)
    let evidence = try #require(equations[0].links.first?.evidence)
    #expect(equations[0].verdict == .holds)
    #expect(evidence.skipped == 0 && evidence.compared == evidence.probes + (evidence.includesOwn ? 1 : 0))
  }

  /// The factor 1/m may stand before the sum, in it or on the other side: one of these is a repair for a reader.
  @Test func `offers a repair in one spelling, and the others to programs`() async throws {
    let equations = await SubstitutionTests.equations(
      [#"\frac{\partial C}{\partial b^L_j} = \sum_{i=1}^{m} \delta^{L,i}_j"#], header: Self.headerWithExamples)
    #expect(equations[0].verdict == .fails)
    #expect(
      equations[0].repairs == [
        "\n" + #"\frac{\partial C}{\partial b^L_j} = \frac{1}{m} \sum_{i=1}^{m} \delta^{L,i}_j"# + "\n"
      ])
    #expect(equations[0].spellings.count == 3, "\(equations[0].spellings)")
  }
}
