import FoundationEssentials
import Glibc
package import Migration
import PrivateFiles
import SystemPackage

/// Looks at the files that Ferry reads and writes; nothing is made or changed.
package struct FileDiagnosis: Sendable {
  private let paths: FerryPaths
  private let words: @Sendable (ConfigurationError) -> String

  /// A look at the files in `paths`.
  ///
  /// - Parameters:
  ///   - paths: Where they are.
  ///   - words: Puts what is wrong with the configuration into words.
  package init(_ paths: FerryPaths, words: @escaping @Sendable (ConfigurationError) -> String) {
    self.paths = paths
    self.words = words
  }

  /// The state of the configuration file: one finding when all is well, else a warning a remark.
  package var configuration: [Finding] {
    let check = "configuration"
    let path = paths.configuration
    guard access(path.string, F_OK) == 0 else {
      return [.ok(check, "no \(path); only the built-in profile 'local'")]
    }
    do {
      let file = try ConfigurationFile(path: path)
      // Whether the profile that is meant can be used shows when it is.
      let remarks = file.remarks.map { Finding.warning(check, words($0.fault)) }
      let names = file.profiles.keys.sorted().joined(separator: ", ")
      return remarks.isEmpty ? [.ok(check, "\(path); profiles: \(names)")] : remarks
    } catch {
      return [.problem(check, words(error))]
    }
  }

  /// Whether what has to last can be written, and by its owner alone.
  package var state: [Finding] {
    let check = "state"
    let directory = paths.state
    guard access(directory.string, F_OK) == 0 else {
      let parent = existingParent(of: directory)
      let isDirectory = (try? parent.stat().type) == .directory
      return isDirectory && access(parent.string, W_OK | X_OK) == 0
        ? [.ok(check, "\(directory) will be made when it is needed")]
        : [.problem(check, "\(directory) cannot be made in \(parent)", advice: Self.other)]
    }
    guard access(directory.string, W_OK | X_OK) == 0 else {
      return [.problem(check, "\(directory) cannot be written to", advice: Self.other)]
    }
    let open = [directory] + Self.files.map { directory.appending($0) }
    let findings = open.filter { (try? PrivateFiles.isOpenToOthers($0)) == true }.map { path in
      Finding.warning(
        check, "others can read \(path)",
        advice: "run chmod \(path == directory ? "700" : "600") on it")
    }
    return findings.isEmpty ? [.ok(check, "\(directory) is writable, and for you alone")] : findings
  }

  private static let files = ["service.db", "journal.jsonl", "ferry.log", "api-versions.json"]
  private static let other = "correct its permissions, or set XDG_STATE_HOME"

  private func existingParent(of path: FilePath) -> FilePath {
    var parent = path
    while parent.removeLastComponent(), access(parent.string, F_OK) != 0 {}
    return parent
  }
}
