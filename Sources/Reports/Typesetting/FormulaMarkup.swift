/// The JavaScript that has KaTeX set a formula and writes down what it made.
///
/// KaTeX's own writer gives each length a `style` of its own: a fifth of a page. Here a length is a class of the page's
/// style sheet (`LengthClass`), and MathML does without its `xmlns`, which HTML knows. All else is KaTeX's to the byte.
enum FormulaMarkup {
  /// A function of the formula, and whether it is a display; gives `{html}`, or `{message, position}`.
  ///
  /// Sizes are in em. The expansions are those of `\def` in the formula itself, for ours are expanded before: KaTeX counts
  /// them, but not what they come to, so that a macro which doubles itself takes all memory. The tokens of the macros that
  /// are called are counted here, in the table where KaTeX looks for them.
  static let driver = """
    (function () {
      "use strict";
      var Span = katex.__domTree.Span, Letter = katex.__domTree.SymbolNode;
      var letters = {\(LengthClass.properties.map { "\($0.scriptName): '\($0.letter)'" }.joined(separator: ", "))};
      var tokenLimit = \(tokenLimit), special = /[&<>"']/;

      function escaped(text) {
        text = String(text);
        if (!special.test(text)) return text;
        return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
          .replace(/'/g, "&#x27;");
      }

      // "t-3_113" for `top` and "-3.113em"; "" for what has no such class.
      var lengths = Object.create(null);
      function lengthClass(property, value) {
        var key = property + value, known = lengths[key];
        if (known !== undefined) return known;
        var letter = letters[property], match = /^(-?)0?(\\d*)(?:\\.(\\d+))?em$/.exec(value);
        return lengths[key] = letter && match
          ? letter + match[1] + (match[3] ? match[2] + "_" + match[3] : match[2] || "0") : "";
      }

      function opening(node, italic) {
        var classes = "", styles = "", i;
        for (i = 0; i < node.classes.length; i++) if (node.classes[i]) classes += " " + node.classes[i];
        function add(property, value) {
          var known = lengthClass(property, value);
          if (known) classes += " " + known;
          else styles += property.replace(/[A-Z]/g, "-$&").toLowerCase() + ":" + value + ";";
        }
        if (italic > 0) add("marginRight", italic + "em");
        for (i in node.style) add(i, node.style[i]);
        var result = "<span";
        if (classes) result += ' class="' + escaped(classes.slice(1)) + '"';
        if (styles) result += ' style="' + escaped(styles) + '"';
        return result + attributes(node) + ">";
      }

      function attributes(node) {
        var result = "";
        for (var name in node.attributes) {
          if (name !== "xmlns") result += " " + name + '="' + escaped(node.attributes[name]) + '"';
        }
        return result;
      }

      function children(node) {
        var result = "";
        for (var i = 0; i < node.children.length; i++) result += written(node.children[i]);
        return result;
      }

      function written(node) {
        if (node instanceof Span) return opening(node, 0) + children(node) + "</span>";
        if (node instanceof Letter) {
          var start = opening(node, node.italic), text = escaped(node.text);
          return start === "<span>" ? text : start + text + "</span>";
        }
        // MathML: an element has a type, a text nothing else.
        if (typeof node.type === "string" && node.children) {
          var classes = node.classes.length ? ' class="' + escaped(node.classes.join(" ")) + '"' : "";
          return "<" + node.type + attributes(node) + classes + ">" + children(node) + "</" + node.type + ">";
        }
        // A fragment has children and nothing else of its own.
        if (node.children && !node.attributes) return children(node);
        return node.toMarkup();
      }

      // The table of a formula's own macros.
      function countingTable() {
        var tokens = 0;
        return new Proxy({}, { get: function (table, name) {
          var macro = table[name];
          if (macro && macro.tokens && (tokens += macro.tokens.length) > tokenLimit) {
            throw { message: "its macros come to more than " + tokenLimit + " tokens" };
          }
          return macro;
        } });
      }

      return function (tex, isDisplay) {
        try {
          return { html: written(katex.__renderToDomTree(tex, {
            displayMode: isDisplay, output: "htmlAndMathml", trust: false, strict: false, throwOnError: true,
            maxExpand: 1000, maxSize: 50, macros: /\\\\[a-z]*(def|let|command)/.test(tex) ? countingTable() : {} })) };
        } catch (error) {
          return { message: String(error.message), position: error.position };
        }
      };
    })()
    """

  /// Of the macros that a formula defines itself and calls. Twice as many as a formula can have letters.
  static let tokenLimit = 100_000
}
