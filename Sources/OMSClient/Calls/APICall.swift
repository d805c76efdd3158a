import Migration

/// A call of the API, before it is signed.
struct APICall: Sendable {
  /// Whether a call may be sent again when it is not known what became of it.
  enum Repeatability: Sendable {
    /// It reads only.
    case read
    /// It asks for a state, such as "stopped" or "gone"; twice is as good as once.
    case idempotent
    /// A second one could do something a second time, such as make another task.
    case once
  }

  /// The HTTP method.
  var method: String
  /// The path below the endpoint, encoded.
  var path: String
  /// Names and values, decoded.
  var query: [(name: String, value: String)] = []
  /// JSON, or nothing.
  package var body: [UInt8] = []
  /// What in the body nobody may see, should the service quote it.
  var secrets: [Secret] = []
  /// Whether it may be sent again.
  var repeatability: Repeatability
}
