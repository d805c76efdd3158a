public import FoundationEssentials

/// A line of the log of a task's run.
public struct RunLogLine: Equatable, Sendable {
  /// What a line tells.
  public enum Event: String, Equatable, Sendable {
    /// An object has arrived.
    case arrived
    /// An object has not.
    case failed
    /// Something that is not about a single object.
    case remark
  }

  /// When it was written; `nil` when that is not known.
  public var at: Date?
  /// What it tells.
  public var event: Event
  /// The name of the object at the source; `nil` when it is about none.
  public var object: String?
  /// How many bytes arrived, when that is known.
  public var size: Int64?
  /// Why, as a sentence; `nil` when there is nothing to say.
  public var message: String?

  /// A line.
  public init(
    at: Date?, _ event: Event, object: String? = nil, size: Int64? = nil, message: String? = nil
  ) {
    self.at = at
    self.event = event
    self.object = object
    self.size = size
    self.message = message
  }
}
