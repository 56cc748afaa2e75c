import ArgumentParser
import Diagnostics
import Execution
import Reports
import Results

/// All notebooks of one call, run side by side.
struct NotebookRuns {
  let options: RunOptions
  let files: [NotebookFile]
  var executes = true
  /// Sets the formulas of reports to come; nil where none do.
  var press: FormulaPress?

  init(_ options: RunOptions, executes: Bool = true, press: FormulaPress? = nil) throws {
    self.options = options
    self.executes = executes
    self.press = press
    do throws(UsageProblem) {
      files = try NotebookFile.finding(options.paths)
    } catch {
      throw ValidationError(error.description)
    }
  }

  func carriedOut(isEnough: (NotebookRun) -> Bool) async throws -> [NotebookRun] {
    let (replacements, workLimit, executes, press) = (options.replacements, options.workLimit, executes, press)
    let runs = await inParallel(files, limit: options.jobs) { file in
      let folder = NotebookFolder(path: file.folder)
      let settings = RunSettings(workLimit: workLimit, replacements: replacements, executes: executes) {
        folder.read($0)
      }
      return await NotebookRun(file, settings: settings, press: press)
    } isEnough: {
      isEnough($0)
    }
    for replacement in replacements where !runs.contains(where: { $0.letters.contains(where: replacement.names) }) {
      throw ValidationError("-P: no notebook gives a value to `\(replacement.key)` with `let`.")
    }
    return runs
  }
}
