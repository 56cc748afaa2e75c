import CJavaScriptCore
import FoundationEssentials
import Synchronization

/// KaTeX in JavaScript engines that all notebooks of a run share: loading it takes as long as many formulas.
///
/// An engine starts when a formula needs one and none is free; there are at most as many as processors.
final class KaTeXEngines: Sendable {
  private final class Slot: Sendable {
    let engine = Mutex<Engine?>(nil)
  }

  private let files: TypesettingFiles
  private let slots: [Slot]

  init(files: TypesettingFiles) {
    self.files = files
    slots = (0..<max(1, ProcessInfo.processInfo.activeProcessorCount)).map { _ in Slot() }
  }

  func html(for tex: String, display: Bool) -> Result<String, FormulaError> {
    for slot in slots {
      if let result = slot.engine.withLockIfAvailable({ set(tex, display: display, on: &$0) }) { return result }
    }
    return slots[0].engine.withLock { set(tex, display: display, on: &$0) }
  }

  private func set(_ tex: String, display: Bool, on engine: inout Engine?) -> Result<String, FormulaError> {
    if engine == nil { engine = Engine(files.script.map { String(decoding: $0, as: UTF8.self) }) }
    guard let running = engine else {
      return .failure(FormulaError(message: "KaTeX could not be loaded from `\(files.directory)`"))
    }
    do throws(JavaScriptContext.Failure) {
      return try running.html(for: tex, display: display)
    } catch {
      // What a formula took that was stopped goes with the engine.
      engine = nil
      let isSlow = error == .outOfTime
      return .failure(
        FormulaError(
          message: isSlow ? "it takes longer than \(Int(KaTeX.timeLimit)) seconds" : "the formula is nested too deeply")
      )
    }
  }
}

/// One JavaScript engine with KaTeX in it.
private final class Engine {
  let context: JavaScriptContext
  let render: JSValueRef

  init?(_ script: String?) {
    guard let script, let context = JavaScriptContext(timeLimit: KaTeX.timeLimit), context.evaluate(script) != nil,
      let render = context.evaluate(FormulaMarkup.driver)
    else { return nil }
    self.context = context
    self.render = render
    context.keep(render)
  }

  func html(for tex: String, display: Bool) throws(JavaScriptContext.Failure) -> Result<String, FormulaError> {
    let answer = try context.call(render, [context.value(tex), context.value(display)])
    if let html = context.string("html", of: answer) { return .success(html) }
    let message = context.string("message", of: answer) ?? "KaTeX gave no reason"
    let position = context.number("position", of: answer).map { Int($0) }
    return .failure(FormulaError(message: Self.reason(in: message), position: position))
  }

  /// KaTeX's message without its title and its excerpt: the diagnostic shows the place itself.
  private static func reason(in message: String) -> String {
    var reason = Substring(message)
    if reason.hasPrefix("KaTeX parse error: ") { reason = reason.dropFirst("KaTeX parse error: ".count) }
    for mark in [" at position ", " at end of input"] {
      if let start = reason.firstRange(of: mark)?.lowerBound { reason = reason[..<start] }
    }
    if message.hasPrefix("Maximum call stack") { return "the formula is nested too deeply" }
    return reason.prefix(1).lowercased() + reason.dropFirst()
  }
}
