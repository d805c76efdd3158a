import Foundation

extension FerryHome {
  /// What lets a caller in at a service that ``serve(root:options:environment:)`` has started.
  static let callerKeys = [
    "HUAWEICLOUD_SDK_AK": "ACCESS", "HUAWEICLOUD_SDK_SK": "secret",
  ]

  /// The project of that caller.
  static let callerProject = "project"

  /// Starts a service that listens on TCP too, for the holder of one pair of keys.
  ///
  /// - Parameters:
  ///   - root: The directory of this home that the caller may use.
  ///   - options: More options of the service.
  ///   - environment: More of the service's environment.
  /// - Returns: The address.
  /// - Throws: What keeps it from coming up.
  func serve(
    root: String, options: [String] = [], environment: [String: String] = [:]
  ) async throws -> String {
    let (access, secret) = ("HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK")
    let line = [Self.callerKeys[access], Self.callerKeys[secret], Self.callerProject]
      .compactMap(\.self).joined(separator: ":")
    let keys = path("keys")
    try Data("\(line)\n".utf8).write(to: URL(filePath: keys))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: keys)
    try await start(
      [
        "serve", "--listen", "127.0.0.1:0", "--access-keys", keys, "--local-root", path(root),
      ] + options, log: "served", environment: environment)
    try await waitUntil("both addresses") { lines(of: "served").count == 2 }
    return lines(of: "served")[1].split(separator: " ").last.map(String.init) ?? ""
  }
}
