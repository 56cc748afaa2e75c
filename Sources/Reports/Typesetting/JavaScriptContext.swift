import CJavaScriptCore

/// A JavaScript engine of its own, in which nothing but the language exists: no files, no network, no timers.
///
/// A script or call that takes longer than the limit is ended by the engine itself.
final class JavaScriptContext {
  private let group: JSContextGroupRef
  private let context: JSGlobalContextRef

  enum Failure: Error { case thrown, outOfTime }

  /// - Parameter timeLimit: in seconds of the processor, for each call
  init(timeLimit: Double) {
    group = JSContextGroupCreate()
    context = JSGlobalContextCreateInGroup(group, nil)
    JSContextGroupSetExecutionTimeLimit(group, timeLimit, nil, nil)
  }

  deinit {
    JSGlobalContextRelease(context)
    JSContextGroupRelease(group)
  }

  /// Keeps a value alive as long as the engine. The collector looks for values on the stack and in registers only: one
  /// that is stored in an object of ours, or in an array, it would take for garbage.
  func keep(_ value: JSValueRef) { JSValueProtect(context, value) }

  /// Runs a script; nil where it throws.
  func evaluate(_ script: String) -> JSValueRef? {
    var exception: JSValueRef?
    let value = withString(script) { JSEvaluateScript(context, $0, nil, nil, 1, &exception) }
    return exception == nil ? value : nil
  }

  /// Calls a function with texts and truth values.
  func call(_ function: JSValueRef, _ arguments: [JSValueRef?]) throws(Failure) -> JSObjectRef {
    var exception: JSValueRef?
    guard let object = JSValueToObject(context, function, nil) else { throw .thrown }
    for argument in arguments { JSValueProtect(context, argument) }
    defer { for argument in arguments { JSValueUnprotect(context, argument) } }
    let value = JSObjectCallAsFunction(context, object, nil, arguments.count, arguments, &exception)
    if let exception { throw text(of: exception)?.contains("terminated") == true ? .outOfTime : .thrown }
    guard let result = JSValueToObject(context, value, nil) else { throw .thrown }
    return result
  }

  func value(_ text: String) -> JSValueRef? { withString(text) { JSValueMakeString(context, $0) } }
  func value(_ truth: Bool) -> JSValueRef? { JSValueMakeBoolean(context, truth) }

  func string(_ name: String, of object: JSObjectRef) -> String? {
    guard let value = property(name, of: object), JSValueIsString(context, value) else { return nil }
    return text(of: value)
  }

  private func text(of value: JSValueRef) -> String? {
    guard let string = JSValueToStringCopy(context, value, nil) else { return nil }
    defer { JSStringRelease(string) }
    // The characters as the engine holds them: a copy as UTF-8 would stop at a zero.
    let characters = UnsafeBufferPointer(start: JSStringGetCharactersPtr(string), count: JSStringGetLength(string))
    return String(decoding: characters, as: UTF16.self)
  }

  func number(_ name: String, of object: JSObjectRef) -> Double? {
    guard let value = property(name, of: object), JSValueIsNumber(context, value) else { return nil }
    return JSValueToNumber(context, value, nil)
  }

  private func property(_ name: String, of object: JSObjectRef) -> JSValueRef? {
    withString(name) { JSObjectGetProperty(context, object, $0, nil) }
  }

  private func withString<Result>(_ text: String, _ body: (JSStringRef?) -> Result) -> Result {
    let units = Array(text.utf16)
    let string = units.withUnsafeBufferPointer { JSStringCreateWithCharacters($0.baseAddress, $0.count) }
    defer { JSStringRelease(string) }
    return body(string)
  }
}
