#include <JavaScriptCore/JavaScript.h>
#include <stdbool.h>

// Exported by the library, but in no header that is installed. Ends a script that runs longer than `limit` seconds;
// without a callback, there is no asking back.
JS_EXPORT void JSContextGroupSetExecutionTimeLimit(
    JSContextGroupRef group, double limit, bool (*callback)(JSContextRef, void *), void *context);
