import Migration

/// The versions of the API that this service speaks.
enum ServedVersions {
  /// The list that clients ask for before they know what else to ask.
  ///
  /// - Parameter base: The service's address without a slash at the end.
  /// - Returns: The list.
  static func all(at base: String) -> APIVersions {
    APIVersions(APIGeneration.allCases.map { one($0, at: base) })
  }

  /// One version, as that list has it.
  ///
  /// The first one is called the current one: whoever lets this service choose can say everything
  /// there that it does for single tasks, how many transfers at a time among it.
  static func one(_ version: APIGeneration, at base: String) -> APIVersion {
    let status = version == .v1 ? "CURRENT" : "SUPPORTED"
    return one(version, version.rawValue, status, base)
  }

  /// The list of v1, or the one version in it that `wanted` names.
  ///
  /// - Parameters:
  ///   - wanted: `v1.0` or `v1`, `v2.0` or `v2`; `nil` or an empty text asks for all.
  ///   - base: The service's address without a slash at the end.
  /// - Returns: The list.
  /// - Throws: `S3M.0256` for a version that is not served.
  static func inV1(_ wanted: String?, at base: String) throws(ServiceError) -> APIVersions {
    let wanted = wanted ?? ""
    let versions = APIGeneration.allCases.filter {
      ["", $0.rawValue, "\($0.rawValue).0"].contains(wanted)
    }
    guard !versions.isEmpty else { throw ServiceError(.versionUnknown) }
    return APIVersions(versions.map { one($0, "\($0.rawValue).0", "SUPPORTED", base) })
  }

  private static func one(
    _ version: APIGeneration, _ id: String, _ status: String, _ base: String
  ) -> APIVersion {
    let updated = version == .v1 ? "2018-03-14T00:00:00Z" : "2021-06-17T00:00:00Z"
    return APIVersion(
      id: id, status: status, updated: updated, link: "\(base)/\(version.rawValue)/")
  }
}
