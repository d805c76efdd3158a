import Migration

/// The versions of the API that this service speaks, of which it has one.
enum ServedVersions {
  /// The list that clients ask for before they know what else to ask.
  ///
  /// - Parameter base: The service's address without a slash at the end.
  /// - Returns: The list.
  static func all(at base: String) -> APIVersions { APIVersions([first(at: base)]) }

  /// The first version, as that list has it.
  static func first(at base: String) -> APIVersion { first("v1", "CURRENT", base) }

  /// The list of v1, or the one version in it that `wanted` names.
  ///
  /// - Parameters:
  ///   - wanted: `v1.0` or `v1`; `nil` or an empty text asks for all.
  ///   - base: The service's address without a slash at the end.
  /// - Returns: The list.
  /// - Throws: `S3M.0256` for a version that is not served.
  static func inV1(_ wanted: String?, at base: String) throws(ServiceError) -> APIVersions {
    guard ["", "v1.0", "v1"].contains(wanted ?? "") else { throw ServiceError(.versionUnknown) }
    return APIVersions([first("v1.0", "SUPPORTED", base)])
  }

  private static func first(_ id: String, _ status: String, _ base: String) -> APIVersion {
    APIVersion(id: id, status: status, updated: "2018-03-14T00:00:00Z", link: "\(base)/v1/")
  }
}
