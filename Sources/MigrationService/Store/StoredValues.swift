import FoundationEssentials
import Migration

/// Values that stand as JSON in one column.
enum JSONText {
  /// The JSON of `value`.
  static func text(of value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  /// The value whose JSON is `text`.
  static func value<Value: Decodable>(_ text: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  /// The list whose JSON is `text`; most lists of a task are empty.
  static func list<Value: Decodable>(_ text: String) throws -> [Value] {
    text == "[]" ? [] : try value(text)
  }
}

/// ``EarlierRuns`` as JSON.
struct EarlierRunsRecord: Codable {
  private let failedObjects: Int64?
  private let total: Int64
  private let succeeded: Int64
  private let failed: Int64
  private let skipped: Int64
  private let totalBytes: Int64
  private let realBytes: Int64
  private let completedBytes: Int64

  /// The column's text; `nil` when there was no earlier run.
  static func text(of earlier: EarlierRuns) throws -> String? {
    switch earlier {
    case .none: nil
    case .all(let progress): try JSONText.text(of: Self(progress, failedObjects: nil))
    case .failedObjects(let count, let progress):
      try JSONText.text(of: Self(progress, failedObjects: count))
    }
  }

  /// What the column's text says.
  static func value(_ text: String?) throws -> EarlierRuns {
    guard let text else { return .none }
    let record: Self = try JSONText.value(text)
    return record.failedObjects.map { .failedObjects(count: $0, record.progress) }
      ?? .all(record.progress)
  }

  private init(_ progress: MoveProgress, failedObjects: Int64?) {
    self.failedObjects = failedObjects
    total = progress.objects.total
    succeeded = progress.objects.succeeded
    failed = progress.objects.failed
    skipped = progress.objects.skipped
    totalBytes = progress.totalBytes
    realBytes = progress.realBytes
    completedBytes = progress.completedBytes
  }

  private var progress: MoveProgress {
    MoveProgress(
      objects: ObjectCounts(
        total: total, succeeded: succeeded, failed: failed, skipped: skipped),
      totalBytes: totalBytes, realBytes: realBytes, completedBytes: completedBytes)
  }
}

extension Date {
  /// The instant so many milliseconds after 1970 began.
  init(milliseconds: Int64) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// Milliseconds since 1970 began.
  var milliseconds: Int64 { Int64(saturating: timeIntervalSince1970 * 1000) }
}

extension Duration {
  /// Whole milliseconds.
  var milliseconds: Int64 { Int64(saturating: self / .milliseconds(1)) }
}
