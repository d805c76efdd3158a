import FoundationEssentials

/// What is the same for many tasks: the two sides without their keys, and the group.
struct Route: Hashable, Sendable {
  var source: StorageLocation
  var destination: StorageLocation
  var group: TaskGroupID?

  init(_ task: MigrationTask) {
    source = task.source
    destination = task.destination
    source.keys = []
    destination.keys = []
    group = task.groupID
  }
}

/// Which parts of a row are there, and which follow from others.
private struct RowParts: OptionSet {
  let rawValue: UInt16

  static let startedAt = RowParts(rawValue: 1 << 0)
  static let elapsed = RowParts(rawValue: 1 << 1)
  static let timeLeft = RowParts(rawValue: 1 << 2)
  static let saysScanned = RowParts(rawValue: 1 << 3)
  static let isScanned = RowParts(rawValue: 1 << 4)
  /// The progress is no end of its range.
  static let progress = RowParts(rawValue: 1 << 5)
  static let isComplete = RowParts(rawValue: 1 << 6)
  static let speed = RowParts(rawValue: 1 << 7)
  static let isWhole = RowParts(rawValue: 1 << 8)
  static let description = RowParts(rawValue: 1 << 9)
}

extension PackedWriter {
  /// Writes what a task does not share with others.
  mutating func row(_ task: MigrationTask) {
    var parts: RowParts = []
    if task.startedAt != nil { parts.insert(.startedAt) }
    if task.elapsed != nil { parts.insert(.elapsed) }
    if task.timeLeft != nil { parts.insert(.timeLeft) }
    if let isScanned = task.isScanned {
      parts.insert(isScanned ? [.saysScanned, .isScanned] : .saysScanned)
    }
    // Not by its value, as there are two zeros.
    if task.progress.bitPattern == Double(1).bitPattern {
      parts.insert(.isComplete)
    } else if task.progress.bitPattern != Double(0).bitPattern {
      parts.insert(.progress)
    }
    if task.speed != 0 { parts.insert(.speed) }
    if task.completedBytes == task.totalBytes { parts.insert(.isWhole) }
    let description = task.settings.description
    if !description.isEmpty { parts.insert(.description) }

    number(UInt64(parts.rawValue))
    number(Int64(task.state.code))
    number(UInt64(task.kind.number))
    text(task.name)
    if parts.contains(.description) { text(description) }
    texts(task.source.keys)
    texts(task.destination.keys)
    if parts.contains(.progress) { number(task.progress) }
    if parts.contains(.speed) { number(task.speed.rawValue) }
    if !parts.contains(.isWhole) { number(task.completedBytes.rawValue) }
    number(task.totalBytes.rawValue)
    number(task.objects.total)
    number(task.objects.succeeded)
    number(task.objects.failed)
    number(task.objects.skipped)
    if let startedAt = task.startedAt { number(startedAt.timeIntervalSinceReferenceDate) }
    if let elapsed = task.elapsed { duration(elapsed) }
    if let timeLeft = task.timeLeft { duration(timeLeft) }
  }
}

extension PackedReader {
  /// Reads a task, apart from what it shares with others.
  ///
  /// - Returns: The task, and the description that belongs into its settings.
  mutating func row(id: TaskID, _ route: Route?) -> (task: MigrationTask, description: String) {
    let parts = RowParts(rawValue: UInt16(truncatingIfNeeded: natural()))
    var task = MigrationTask(id: id, state: TaskState(code: Int(integer())))
    task.kind = TaskKind(number: Int(natural()))
    task.name = text()
    let description = parts.contains(.description) ? text() : ""
    if let route {
      task.source = route.source
      task.destination = route.destination
      task.groupID = route.group
    }
    task.source.keys = texts()
    task.destination.keys = texts()
    task.progress = parts.contains(.progress) ? double() : parts.contains(.isComplete) ? 1 : 0
    if parts.contains(.speed) { task.speed = ByteRate(rawValue: integer()) }
    let completed = parts.contains(.isWhole) ? nil : integer()
    task.totalBytes = ByteCount(rawValue: integer())
    task.completedBytes = completed.map { ByteCount(rawValue: $0) } ?? task.totalBytes
    task.objects.total = integer()
    task.objects.succeeded = integer()
    task.objects.failed = integer()
    task.objects.skipped = integer()
    if parts.contains(.saysScanned) { task.isScanned = parts.contains(.isScanned) }
    if parts.contains(.startedAt) {
      task.startedAt = Date(timeIntervalSinceReferenceDate: double())
    }
    if parts.contains(.elapsed) { task.elapsed = duration() }
    if parts.contains(.timeLeft) { task.timeLeft = duration() }
    return (task, description)
  }
}

extension TaskKind {
  fileprivate var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  fileprivate init(number: Int) { self = Self.allCases[number] }
}
