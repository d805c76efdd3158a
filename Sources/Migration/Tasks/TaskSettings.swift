package import FoundationEssentials

/// What the user chose when a task was made, beside its source, destination and kind.
///
/// A member that is `nil` was not chosen, or the API version does not know it: the service's default
/// holds.
package struct TaskSettings: Equatable, Sendable, Codable {
  /// The user's words, at most 255 characters, without `< > ( ) " ' &` (v2: also `^`).
  package var description = ""
  /// Speed limits by time of day, at most 5; empty means no limit.
  package var bandwidth: [BandwidthWindow] = []
  /// Only objects changed after this are moved; `nil` means all.
  package var changedSince: Date?
  /// Threads of the task, 0 to 50 (v1 only).
  package var threads: Int?
  /// Whether objects are encrypted with KMS at the destination.
  package var isEncrypted: Bool?
  /// Whether archived objects are restored at the source first.
  package var restoresArchived: Bool?
  /// Whether the metadata of the objects is moved as well (v2).
  package var movesMetadata: Bool?
  /// Whether a list of the failed objects is kept.
  package var recordsFailedObjects: Bool?
  /// Whether the requester pays for the traffic (v2).
  package var requesterPays: Bool?
  /// When an object at the destination is replaced, in OMS's word (v2).
  package var overwriteMode: String?
  /// The storage class at the destination, in OMS's word (v2).
  package var storageClass: String?
  /// How the copies are checked, in OMS's word (v2).
  package var consistencyCheck: String?
  /// `HIGH`, `MEDIUM` or `LOW` (v2).
  package var priority: String?
  /// The list file that names the objects, for the kinds `list` and `url_list`.
  package var listFile: ListFile?
  /// Tencent's number of the account that owns the source.
  package var appID: String?
  /// The domain that the source is read through instead of its own.
  package var sourceDomain: SourceDomain?

  /// Settings of which none was chosen.
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case description, bandwidth, threads, priority
    case changedSince = "changed_since"
    case isEncrypted = "encrypted"
    case restoresArchived = "restores_archived"
    case movesMetadata = "moves_metadata"
    case recordsFailedObjects = "records_failed_objects"
    case requesterPays = "requester_pays"
    case overwriteMode = "overwrite_mode"
    case storageClass = "storage_class"
    case consistencyCheck = "consistency_check"
    case listFile = "list_file"
    case appID = "app_id"
    case sourceDomain = "source_domain"
  }
}

/// A file in a bucket at the destination's side that names the objects of a task.
package struct ListFile: Equatable, Hashable, Sendable, Codable {
  /// The bucket that has the file.
  package var bucket: String
  /// The key of the file.
  package var key: String
  /// How many list files there are, as OMS writes it: a number in a text; `nil` when it is not said.
  package var count: String?

  /// A list file.
  package init(bucket: String, key: String, count: String? = nil) {
    self.bucket = bucket
    self.key = key
    self.count = count
  }
}

/// A domain of a content delivery network through which the source is read.
package struct SourceDomain: Equatable, Hashable, Sendable, Codable {
  /// The domain.
  package var domain: String
  /// `http` or `https`.
  package var scheme: String
  /// How requests to the domain are authenticated, in OMS's word, such as `ALIYUN_OSS_A`.
  package var authentication: String

  /// A domain.
  package init(domain: String, scheme: String, authentication: String) {
    self.domain = domain
    self.scheme = scheme
    self.authentication = authentication
  }
}
