import FoundationEssentials
import Glibc
package import Migration
import PrivateFiles
import SystemPackage

/// Looks at the files that Ferry reads and writes; nothing is made or changed.
package struct FileDiagnosis: Sendable {
  private let paths: FerryPaths

  /// A look at the files in `paths`.
  package init(_ paths: FerryPaths) {
    self.paths = paths
  }

  /// The state of the configuration file: one finding when all is well, else a warning a remark.
  package var configuration: [Finding] {
    let path = paths.configuration
    guard access(path.string, F_OK) == 0 else { return [.noConfiguration(path: path.string)] }
    do {
      let file = try ConfigurationFile(path: path)
      // Whether the profile that is meant can be used shows when it is.
      let remarks = file.remarks.map { Finding.configurationRemark($0.fault) }
      let names = file.profiles.keys.sorted()
      return remarks.isEmpty ? [.configuration(path: path.string, profiles: names)] : remarks
    } catch {
      return [.badConfiguration(error)]
    }
  }

  /// Whether what has to last can be written, and by its owner alone.
  package var state: [Finding] {
    let directory = paths.state
    guard access(directory.string, F_OK) == 0 else {
      let parent = existingParent(of: directory)
      let isDirectory = (try? parent.stat().type) == .directory
      return isDirectory && access(parent.string, W_OK | X_OK) == 0
        ? [.stateToCome(path: directory.string)]
        : [.noState(path: directory.string, parent: parent.string)]
    }
    guard access(directory.string, W_OK | X_OK) == 0 else {
      return [.closedState(path: directory.string)]
    }
    let open = [directory] + Self.files.map { directory.appending($0) }
    let findings = open.filter { (try? PrivateFiles.isOpenToOthers($0)) == true }.map { path in
      Finding.openState(path: path.string, isDirectory: path == directory)
    }
    return findings.isEmpty ? [.state(path: directory.string)] : findings
  }

  /// Whether the local service can listen where it would; nothing when it can.
  package var socket: [Finding] {
    let path = paths.socket.string
    let most = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1
    let isLong = path.utf8.count > most
    return [
      paths.unusableRuntimeDirectory.map { .noRuntimeDirectory(path: $0.string, socket: path) },
      isLong ? .longSocketPath(path, most: most) : nil,
    ].compactMap(\.self)
  }

  private static let files = ["service.db", "journal.jsonl", "ferry.log", "api-versions.json"]

  private func existingParent(of path: FilePath) -> FilePath {
    var parent = path
    while parent.removeLastComponent(), access(parent.string, F_OK) != 0 {}
    return parent
  }
}
