import CCmark

/// A tree of cmark, freed with this value. Only this file and its neighbours in the room know cmark's types.
final class Tree {
  let root: Node

  init(_ text: [UInt8]) {
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    text.withUnsafeBytes { bytes in
      let base = bytes.bindMemory(to: CChar.self).baseAddress
      if let base { cmark_parser_feed(parser, base, bytes.count) }
    }
    root = Node(pointer: cmark_parser_finish(parser))
    cmark_parser_free(parser)
  }

  deinit { cmark_node_free(root.pointer) }
}

/// A node of cmark's tree. It lives as long as the tree.
struct Node: Hashable {
  let pointer: OpaquePointer

  fileprivate init(pointer: OpaquePointer) { self.pointer = pointer }
  private init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var firstChild: Node? { Node(cmark_node_first_child(pointer)) }
  var next: Node? { Node(cmark_node_next(pointer)) }
  var parent: Node? { Node(cmark_node_parent(pointer)) }
  var children: some Sequence<Node> { sequence(first: firstChild) { $0?.next }.lazy.compactMap { $0 } }

  /// Lines and columns of the text that cmark read; columns count bytes, both count from 1.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  var literal: String { string(cmark_node_get_literal(pointer)) }
  var info: String { string(cmark_node_get_fence_info(pointer)) }
  var destination: String { string(cmark_node_get_url(pointer)) }
  var title: String { string(cmark_node_get_title(pointer)) }
  var level: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var marker: List.Marker {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      ? .ordered(start: Int(cmark_node_get_list_start(pointer))) : .bullet
  }

  private func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }

  /// Every node below and including this one, parents first; needs no stack, however deep the tree.
  var descendants: some Sequence<Node> {
    var current: Node? = self
    return AnyIterator {
      guard let node = current else { return nil }
      current = node.firstChild
      var up = node
      while current == nil, up != self {
        current = up.next
        if current == nil, let parent = up.parent { up = parent } else { break }
      }
      return node
    }
  }
}
