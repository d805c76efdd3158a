import FoundationEssentials
package import Migration
import Subprocess
package import SystemPackage

/// An rclone that is new enough.
package struct RcloneProgram: Equatable, Sendable {
  /// The absolute path of the binary.
  package let path: FilePath
  /// Its version as it says it, such as `1.75.2`.
  package let version: String

  /// Finds rclone and asks it for its version.
  ///
  /// The order is `FERRY_RCLONE`, `.tools/rclone/rclone` in one of the six directories above the
  /// executable, `../libexec/ferry/rclone` beside its directory, `PATH`.
  ///
  /// - Parameters:
  ///   - environment: Where `FERRY_RCLONE` and `PATH` are looked up.
  ///   - executable: The running program; `nil` leaves out the places that depend on it.
  /// - Returns: The first program found.
  /// - Throws: When there is none, or when the one that comes first cannot be used.
  package static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: FilePath? = runningExecutable
  ) async throws(RcloneFault) -> RcloneProgram {
    if let named = environment["FERRY_RCLONE"], !named.isEmpty {
      let path = absolute(FilePath(named))
      guard isExecutable(path) else {
        throw .notAProgram(path: path.string)
      }
      return try await inspect(path)
    }
    let places = executable.map(placesNear) ?? []
    let onPath = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
      .map { FilePath(String($0)).appending("rclone") }
    guard let path = (places + onPath).first(where: isExecutable) else {
      throw .missing
    }
    return try await inspect(path)
  }

  /// The program that runs now, with links resolved; `nil` where `/proc` does not say.
  package static var runningExecutable: FilePath? {
    try? FilePath(FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
  }

  private static func placesNear(_ executable: FilePath) -> [FilePath] {
    var directory = executable.removingLastComponent()
    let installed = directory.removingLastComponent().appending("libexec/ferry/rclone")
    var places: [FilePath] = []
    for _ in 0..<6 {
      places.append(directory.appending(".tools/rclone/rclone"))
      guard directory.removeLastComponent() else { break }
    }
    return places + [installed]
  }

  private static func inspect(_ path: FilePath) async throws(RcloneFault) -> RcloneProgram {
    guard let version = await version(of: path) else {
      throw .foreign(path: path.string)
    }
    let numbers = version.split(separator: ".").prefix(2).map { Int($0) ?? 0 }
    guard numbers.count == 2, (numbers[0], numbers[1]) >= RcloneFault.oldest else {
      throw .tooOld(path: path.string, version: version)
    }
    return RcloneProgram(path: path, version: version)
  }

  /// What follows `rclone v` in the first line of `rclone version`.
  private static func version(of path: FilePath) async -> String? {
    let answer = try? await Subprocess.run(
      .path(path), arguments: ["version"], environment: .custom(["RCLONE_CONFIG": ""]),
      output: .string(limit: 4096), error: .discarded)
    guard let line = answer?.standardOutput.split(whereSeparator: \.isNewline).first,
      line.hasPrefix("rclone v")
    else { return nil }
    return String(line.dropFirst("rclone v".count))
  }

  private static func isExecutable(_ path: FilePath) -> Bool {
    FileManager.default.isExecutableFile(atPath: path.string)
      && (try? path.stat().type) == .regular
  }

  private static func absolute(_ path: FilePath) -> FilePath {
    FilePath(FileManager.default.currentDirectoryPath).pushing(path)
  }
}
