/// The picture formats that a page takes in, told by their first bytes and not by their names.
enum ImageFormat: String, Sendable, CaseIterable {
  case png = "image/png"
  case jpeg = "image/jpeg"
  case gif = "image/gif"
  case webp = "image/webp"
  case svg = "image/svg+xml"

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: "GIF8".utf8) {
      self = .gif
    } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      self = .webp
    } else if String(decoding: bytes.prefix(4096), as: UTF8.self).contains("<svg") {
      self = .svg
    } else {
      return nil
    }
  }

  /// The picture as a `data:` URL, made harmless; nil where it cannot be read.
  static func dataURL(of bytes: [UInt8]) -> String? {
    guard let format = ImageFormat(bytes) else { return nil }
    guard format == .svg else { return "data:\(format.rawValue);base64,\(Base64.text(bytes))" }
    return SVGFilter.harmless(String(decoding: bytes, as: UTF8.self)).map {
      "data:\(format.rawValue);base64,\(Base64.text(Array($0.utf8)))"
    }
  }
}
