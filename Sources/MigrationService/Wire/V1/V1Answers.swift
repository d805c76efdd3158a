/// The answer to a creation.
struct V1CreatedAnswer: Encodable {
  let id: Int64
  let name: String

  private enum CodingKeys: String, CodingKey {
    case id
    case name = "task_name"
  }
}

/// The answer to a count.
struct V1CountAnswer: Encodable {
  let taskcount: Int
}

/// The answer about quotas: one object, not a list.
struct V1QuotaAnswer: Encodable {
  private let quotas: Quotas

  private struct Quotas: Encodable {
    let resource: Resource
  }

  private struct Resource: Encodable {
    let type = "MaxParallelTaskNum"
    let quota: Int
  }

  /// The quota of tasks that run at the same time.
  init(parallelTasks: Int) {
    quotas = Quotas(resource: Resource(quota: parallelTasks))
  }
}

/// The versions of the API that are served.
struct V1VersionsAnswer: Encodable {
  private let versions: [Version]

  private struct Version: Encodable {
    let id: String
    let links: [[String: String]]
    let version = ""
    let minVersion = ""
    let status: String
    let updated: String

    private enum CodingKeys: String, CodingKey {
      case id, links, version, status, updated
      case minVersion = "min_version"
    }
  }

  /// The versions, or the one that `wanted` names.
  ///
  /// - Parameters:
  ///   - base: The service's address without a slash at the end.
  ///   - wanted: `v1.0` or `v1`; `nil` or an empty text asks for all.
  /// - Throws: `S3M.0256` for a version that is not served.
  init(base: String, wanted: String?) throws(ServiceError) {
    if let wanted, !wanted.isEmpty, wanted != "v1.0", wanted != "v1" {
      throw ServiceError(.version)
    }
    versions = [
      Version(
        id: "v1.0", links: [["href": "\(base)/v1/", "rel": "self"]], status: "SUPPORTED",
        updated: "2018-03-14T00:00:00Z")
    ]
  }
}
