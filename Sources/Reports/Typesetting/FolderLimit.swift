import Glibc

/// Keeps the files of a folder from growing without end.
package enum FolderLimit {
  /// Deletes the files that were written longest ago until all together have at most `limit` bytes. A file that goes
  /// while another run reads it, or that another run deletes first, does no harm.
  package static func keep(_ folder: String, under limit: Int) {
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    var files: [(name: String, size: Int, seconds: Int, nanoseconds: Int)] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var status = stat()
      guard fstatat(dirfd(directory), name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG
      else { continue }
      files.append((name, Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec))
    }
    var size = files.reduce(0) { $0 + $1.size }
    files.sort { ($0.seconds, $0.nanoseconds, $0.name) < ($1.seconds, $1.nanoseconds, $1.name) }
    for file in files where size > limit {
      if unlinkat(dirfd(directory), file.name, 0) == 0 { size -= file.size }
    }
  }
}
