import FoundationEssentials
import Logging
import SystemPackage

/// Writes a log as one JSON object a line: `time`, `level`, `label`, `message` and, where there is some,
/// `metadata`.
struct JSONLogHandler: LogHandler {
  private struct Line: Encodable {
    let time: String
    let level: String
    let label: String
    let message: String
    let metadata: Value?
  }

  /// Metadata as JSON: what is no list and no dictionary is a text.
  private enum Value: Encodable {
    case text(String)
    case list([Value])
    case members([String: Value])

    init(_ value: Logger.MetadataValue) {
      switch value {
      case .string(let text): self = .text(text)
      case .stringConvertible(let value): self = .text("\(value)")
      case .array(let values): self = .list(values.map(Value.init))
      case .dictionary(let members): self = .members(members.mapValues(Value.init))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .list(let values): try container.encode(values)
      case .members(let members): try container.encode(members)
      }
    }
  }

  private let label: String
  private let output: FileDescriptor
  private let now: @Sendable () -> Date

  var metadata = Logger.Metadata()
  var metadataProvider: Logger.MetadataProvider?
  var logLevel = Logger.Level.info

  /// A handler for the log `label`.
  ///
  /// - Parameters:
  ///   - label: What the log is called.
  ///   - output: What is written to, a line with one write.
  ///   - now: The clock.
  init(
    label: String, _ output: FileDescriptor, now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.label = label
    self.output = output
    self.now = now
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var all = metadata.merging(metadataProvider?.get() ?? [:]) { _, later in later }
    if let error = event.error { all["error"] = "\(error)" }
    all.merge(event.metadata ?? [:]) { _, later in later }
    let line = Line(
      time: now().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)),
      level: event.level.rawValue, label: label, message: "\(event.message)",
      metadata: all.isEmpty ? nil : Value(.dictionary(all)))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(line) else { return }
    // A service goes on where nobody can read what it says.
    _ = try? output.writeAll(bytes + [UInt8(ascii: "\n")])
  }
}
