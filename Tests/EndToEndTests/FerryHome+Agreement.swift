import SystemPackage

extension FerryHome {
  /// The top of the repository.
  static let top = FilePath(#filePath).removingLastComponent().removingLastComponent()
    .removingLastComponent()

  /// Runs one of the scripts of the agreement with the Python that has the provider's own SDK.
  func agreement(
    _ script: String, _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> Outcome {
    let python = Self.top.appending(".tools/sdk/bin/python").string
    let path = Self.top.appending("Tests/Agreement").appending(script).string
    return try await shell(
      #""$0" "$@""#, [python, path] + arguments, environment: environment)
  }
}
