import Execution
import Reports

extension NotebookFolder: AssetReading {
  func bytes(at path: String) -> Result<[UInt8], AssetProblem> {
    read(path).mapError { problem in
      switch problem {
      case .missing, .unreadable: .missing
      case .outside: .outside
      case .tooLarge: .tooLarge
      }
    }
  }
}
