// The functions of JavaScriptCore's C interface that are called, found by their names when they are needed: a program
// linked to the library would spend half of its start on it and on the thirty libraries that it needs in turn, and most
// runs set no formula anew. The declarations are those of <JavaScriptCore/JavaScript.h> and <jsc/jsc.h>.
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef const struct OpaqueJSContextGroup *JSContextGroupRef;
typedef struct OpaqueJSContext *JSGlobalContextRef;
typedef const struct OpaqueJSContext *JSContextRef;
typedef const struct OpaqueJSValue *JSValueRef;
typedef struct OpaqueJSValue *JSObjectRef;
typedef struct OpaqueJSString *JSStringRef;

#define JAVASCRIPTCORE_FUNCTIONS(F)                                                                                    \
  F(JSContextGroupRef, JSContextGroupCreate, (void))                                                                   \
  F(void, JSContextGroupRelease, (JSContextGroupRef group))                                                            \
  F(JSGlobalContextRef, JSGlobalContextCreateInGroup, (JSContextGroupRef group, void *globalObjectClass))              \
  F(void, JSGlobalContextRelease, (JSGlobalContextRef context))                                                        \
  F(JSValueRef, JSEvaluateScript,                                                                                      \
    (JSContextRef context, JSStringRef script, JSObjectRef thisObject, JSStringRef sourceURL, int startingLineNumber,  \
     JSValueRef *exception))                                                                                           \
  F(JSValueRef, JSObjectCallAsFunction,                                                                                \
    (JSContextRef context, JSObjectRef object, JSObjectRef thisObject, size_t argumentCount,                           \
     const JSValueRef arguments[], JSValueRef *exception))                                                             \
  F(JSValueRef, JSObjectGetProperty,                                                                                   \
    (JSContextRef context, JSObjectRef object, JSStringRef name, JSValueRef *exception))                               \
  F(void, JSValueProtect, (JSContextRef context, JSValueRef value))                                                    \
  F(void, JSValueUnprotect, (JSContextRef context, JSValueRef value))                                                  \
  F(JSObjectRef, JSValueToObject, (JSContextRef context, JSValueRef value, JSValueRef *exception))                     \
  F(JSValueRef, JSValueMakeString, (JSContextRef context, JSStringRef string))                                         \
  F(JSValueRef, JSValueMakeBoolean, (JSContextRef context, bool truth))                                                \
  F(bool, JSValueIsString, (JSContextRef context, JSValueRef value))                                                   \
  F(bool, JSValueIsNumber, (JSContextRef context, JSValueRef value))                                                   \
  F(double, JSValueToNumber, (JSContextRef context, JSValueRef value, JSValueRef *exception))                          \
  F(JSStringRef, JSValueToStringCopy, (JSContextRef context, JSValueRef value, JSValueRef *exception))                 \
  F(JSStringRef, JSStringCreateWithCharacters, (const uint16_t *characters, size_t length))                            \
  F(void, JSStringRelease, (JSStringRef string))                                                                       \
  F(size_t, JSStringGetLength, (JSStringRef string))                                                                   \
  F(const uint16_t *, JSStringGetCharactersPtr, (JSStringRef string))                                                  \
  /* In no header that is installed. Ends a script that runs longer than `limit` seconds; without a callback, there is \
     no asking back. */                                                                                                \
  F(void, JSContextGroupSetExecutionTimeLimit,                                                                         \
    (JSContextGroupRef group, double limit, bool (*callback)(JSContextRef, void *), void *context))                    \
  /* To be called before the first engine starts, and never later. */                                                  \
  F(int, jsc_options_set_boolean, (const char *option, int value))

#define MEMBER(result, name, parameters) result(*name) parameters;
struct JavaScriptCore {
  JAVASCRIPTCORE_FUNCTIONS(MEMBER)
};
#undef MEMBER

/// Fills `functions`; false where the library is missing or lacks one of them.
static inline bool findJavaScriptCore(struct JavaScriptCore *functions) {
  void *library = dlopen("libjavascriptcoregtk-4.1.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
  bool isWhole = true;
#define FIND(result, name, parameters)                                                                                 \
  *(void **)&functions->name = dlsym(library, #name);                                                                  \
  isWhole = isWhole && functions->name;
  JAVASCRIPTCORE_FUNCTIONS(FIND)
#undef FIND
  return isWhole;
}
