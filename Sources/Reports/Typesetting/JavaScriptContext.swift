import CJavaScriptCore

/// A JavaScript engine of its own, in which nothing but the language exists: no files, no network, no timers.
final class JavaScriptContext {
  private let context: JSGlobalContextRef

  init() { context = JSGlobalContextCreate(nil) }
  deinit { JSGlobalContextRelease(context) }

  /// Runs a script; nil where it throws.
  func evaluate(_ script: String) -> JSValueRef? {
    var exception: JSValueRef?
    let value = withString(script) { JSEvaluateScript(context, $0, nil, nil, 1, &exception) }
    return exception == nil ? value : nil
  }

  /// Calls a function with texts and truth values; nil where it throws.
  func call(_ function: JSValueRef, _ arguments: [JSValueRef?]) -> JSObjectRef? {
    var exception: JSValueRef?
    guard let object = JSValueToObject(context, function, nil) else { return nil }
    let value = JSObjectCallAsFunction(context, object, nil, arguments.count, arguments, &exception)
    return exception == nil ? JSValueToObject(context, value, nil) : nil
  }

  func value(_ text: String) -> JSValueRef? { withString(text) { JSValueMakeString(context, $0) } }
  func value(_ truth: Bool) -> JSValueRef? { JSValueMakeBoolean(context, truth) }

  func string(_ name: String, of object: JSObjectRef) -> String? {
    guard let value = property(name, of: object), JSValueIsString(context, value),
      let string = JSValueToStringCopy(context, value, nil)
    else { return nil }
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
