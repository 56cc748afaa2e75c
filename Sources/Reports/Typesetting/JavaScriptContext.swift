import CJavaScriptCore

/// A JavaScript engine of its own, in which nothing but the language exists: no files, no network, no timers.
///
/// A script or call that takes longer than the limit is ended by the engine itself.
final class JavaScriptContext {
  private let core: JavaScriptCore
  private let group: JSContextGroupRef
  private let context: JSGlobalContextRef

  enum Failure: Error { case thrown, outOfTime }

  /// nil where JavaScriptCore is not installed.
  ///
  /// - Parameter timeLimit: in seconds of the processor, for each call
  init?(timeLimit: Double) {
    var core = JavaScriptCore()
    guard findJavaScriptCore(&core), Self.areOptionsSet, let group = core.JSContextGroupCreate(),
      let context = core.JSGlobalContextCreateInGroup(group, nil)
    else { return nil }
    (self.core, self.group, self.context) = (core, group, context)
    core.JSContextGroupSetExecutionTimeLimit(group, timeLimit, nil, nil)
  }

  deinit {
    core.JSGlobalContextRelease(context)
    core.JSContextGroupRelease(group)
  }

  /// Without the compilers for code that runs long: a document's formulas are done before what they compile is of use, and
  /// they would take the processor from the equations.
  private static let areOptionsSet: Bool = {
    var core = JavaScriptCore()
    guard findJavaScriptCore(&core) else { return false }
    for option in ["useDFGJIT", "useConcurrentJIT"] { _ = core.jsc_options_set_boolean(option, 0) }
    return true
  }()

  /// Keeps a value alive as long as the engine. The collector looks for values on the stack and in registers only: one
  /// that is stored in an object of ours, or in an array, it would take for garbage.
  func keep(_ value: JSValueRef) { core.JSValueProtect(context, value) }

  /// Runs a script; nil where it throws.
  func evaluate(_ script: String) -> JSValueRef? {
    var exception: JSValueRef?
    let value = withString(script) { core.JSEvaluateScript(context, $0, nil, nil, 1, &exception) }
    return exception == nil ? value : nil
  }

  /// Calls a function with texts and truth values.
  func call(_ function: JSValueRef, _ arguments: [JSValueRef?]) throws(Failure) -> JSObjectRef {
    var exception: JSValueRef?
    guard let object = core.JSValueToObject(context, function, nil) else { throw .thrown }
    for argument in arguments { core.JSValueProtect(context, argument) }
    defer { for argument in arguments { core.JSValueUnprotect(context, argument) } }
    let value = core.JSObjectCallAsFunction(context, object, nil, arguments.count, arguments, &exception)
    if let exception { throw text(of: exception)?.contains("terminated") == true ? .outOfTime : .thrown }
    guard let result = core.JSValueToObject(context, value, nil) else { throw .thrown }
    return result
  }

  func value(_ text: String) -> JSValueRef? { withString(text) { core.JSValueMakeString(context, $0) } }
  func value(_ truth: Bool) -> JSValueRef? { core.JSValueMakeBoolean(context, truth) }

  func string(_ name: String, of object: JSObjectRef) -> String? {
    guard let value = property(name, of: object), core.JSValueIsString(context, value) else { return nil }
    return text(of: value)
  }

  private func text(of value: JSValueRef) -> String? {
    guard let string = core.JSValueToStringCopy(context, value, nil) else { return nil }
    defer { core.JSStringRelease(string) }
    // The characters as the engine holds them: a copy as UTF-8 would stop at a zero.
    let characters = UnsafeBufferPointer(
      start: core.JSStringGetCharactersPtr(string), count: core.JSStringGetLength(string))
    return String(decoding: characters, as: UTF16.self)
  }

  func number(_ name: String, of object: JSObjectRef) -> Double? {
    guard let value = property(name, of: object), core.JSValueIsNumber(context, value) else { return nil }
    return core.JSValueToNumber(context, value, nil)
  }

  private func property(_ name: String, of object: JSObjectRef) -> JSValueRef? {
    withString(name) { core.JSObjectGetProperty(context, object, $0, nil) }
  }

  private func withString<Result>(_ text: String, _ body: (JSStringRef?) -> Result) -> Result {
    let units = Array(text.utf16)
    let string = units.withUnsafeBufferPointer { core.JSStringCreateWithCharacters($0.baseAddress, $0.count) }
    defer { core.JSStringRelease(string) }
    return body(string)
  }
}
