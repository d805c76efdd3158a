/// How the objects of a task are moved, as far as v2 lets that be chosen; without arguments as v1 has it.
struct TransferChoices: Equatable, Sendable, Codable {
  /// Whether the metadata of objects is moved as well.
  var movesMetadata = false
  /// Whether the requester pays for the traffic.
  var requesterPays = false
  /// When an object at the destination is replaced, in OMS's word.
  var overwriteMode = "SIZE_LAST_MODIFIED_COMPARISON_OVERWRITE"
  /// The storage class at the destination, in OMS's word.
  var storageClass = "STANDARD"
  /// How the copies are checked, in OMS's word.
  var consistencyCheck = "size_last_modified"
  /// How urgent the task is.
  var priority = TaskPriority.medium

  /// The defaults of the API.
  init() {}
}

/// How urgent a task is, the most urgent first; the raw value is OMS's word.
enum TaskPriority: String, Sendable, Codable, CaseIterable {
  case high = "HIGH"
  case medium = "MEDIUM"
  case low = "LOW"
}
