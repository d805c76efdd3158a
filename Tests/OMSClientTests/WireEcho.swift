import TestSupport
import FoundationEssentials

@testable import Migration

/// What was read, written as the answers of a version write it: what is missing or differs in an echo
/// was lost by the client.
enum WireEcho {
  static func number(_ value: Int64) -> JSON { .integer(value) }

  static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

  static func optional(_ flag: Bool?) -> JSON { flag.map(JSON.bool) ?? .null }

  static func texts(_ texts: [String]) -> JSON { .list(texts.map(JSON.text)) }

  static func milliseconds(_ date: Date?) -> JSON {
    date.map { .integer(Int64(($0.timeIntervalSince1970 * 1000).rounded())) } ?? .null
  }

  static func milliseconds(_ duration: Duration?) -> JSON {
    duration.map { .integer(Int64(($0 / .milliseconds(1)).rounded())) } ?? .null
  }

  static func windows(_ windows: [BandwidthWindow]) -> JSON {
    .list(
      windows.map {
        .object([
          "start": .text($0.start), "end": .text($0.end),
          "max_bandwidth": .integer($0.maxBandwidth.rawValue),
        ])
      })
  }

  static func domain(_ domain: SourceDomain?) -> JSON {
    guard let domain else { return .null }
    return .object([
      "domain": .text(domain.domain), "protocol": .text(domain.scheme),
      "authentication_type": .text(domain.authentication),
    ])
  }

  static func listFile(_ file: ListFile?) -> JSON {
    guard let file else { return .null }
    return .object([
      "obs_bucket": .text(file.bucket), "list_file_key": .text(file.key),
      "list_file_num": optional(file.count),
    ])
  }

  static func failure(_ failure: TaskFailure?) -> JSON {
    guard let failure else { return .null }
    return .object(["error_code": .text(failure.code), "error_msg": .text(failure.message)])
  }

  static func failedObjects(_ list: FailedObjectList?) -> JSON {
    guard let list else { return .null }
    return .object([
      "result": .bool(list.canRetry), "list_file_key": .text(list.key),
      "error_code": optional(list.errorCode),
    ])
  }

  static func created(_ task: CreatedTask) -> JSON {
    .object(["id": .integer(task.id.rawValue), "task_name": .text(task.name)])
  }

  static func versions(_ versions: APIVersions) -> JSON {
    .object(["versions": .list(versions.all.map(version))])
  }

  static func version(_ version: APIVersion) -> JSON {
    .object([
      "id": .text(version.id), "status": .text(version.status),
      "updated": .text(version.updated),
      "links": .list([.object(["href": optional(version.link), "rel": .text("self")])]),
    ])
  }
}
