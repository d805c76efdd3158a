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
struct RowParts: OptionSet {
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

/// What a task does not share with others, as it lies in a block.
///
/// It is read again for each question, as far as the answer: nearly all are about what stands in
/// front, and nothing that is asked of many tasks at once is kept in memory for each.
struct PackedRow {
  private let bytes: [UInt8]
  private let position: Int

  /// The row that begins at `position`.
  init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  var state: TaskState { head.state }
  var kind: TaskKind { TaskKind(number: head.kind) }

  var name: String {
    var reader = head.reader
    return reader.text()
  }

  var description: String {
    var (reader, parts, _, _) = head
    reader.skipText()
    return parts.contains(.description) ? reader.text() : ""
  }

  var sourceKeys: [String] {
    var reader = keys.reader
    return reader.texts()
  }

  var destinationKeys: [String] {
    var reader = keys.reader
    reader.skipTexts()
    return reader.texts()
  }

  var figures: PackedFigures {
    var (reader, parts) = keys
    reader.skipTexts()
    reader.skipTexts()
    return PackedFigures(&reader, parts)
  }

  /// What stands before the texts, and a reader of what follows.
  private var head: (reader: PackedReader, parts: RowParts, state: TaskState, kind: Int) {
    var reader = PackedReader(bytes, at: position)
    let parts = RowParts(rawValue: UInt16(truncatingIfNeeded: reader.natural()))
    let state = TaskState(code: Int(reader.integer()))
    let kind = Int(reader.natural())
    return (reader, parts, state, kind)
  }

  /// A reader of the keys and of what follows.
  private var keys: (reader: PackedReader, parts: RowParts) {
    var (reader, parts, _, _) = head
    reader.skipText()
    if parts.contains(.description) { reader.skipText() }
    return (reader, parts)
  }
}

/// The numbers of a row.
struct PackedFigures {
  let progress: Double
  let speed: ByteRate
  let completedBytes: ByteCount
  let totalBytes: ByteCount
  let objects: ObjectCounts
  let isScanned: Bool?
  let startedAt: Date?
  let elapsed: Duration?
  let timeLeft: Duration?

  fileprivate init(_ reader: inout PackedReader, _ parts: RowParts) {
    progress = parts.contains(.progress) ? reader.double() : parts.contains(.isComplete) ? 1 : 0
    speed = parts.contains(.speed) ? ByteRate(rawValue: reader.integer()) : 0
    let completed = parts.contains(.isWhole) ? nil : ByteCount(rawValue: reader.integer())
    totalBytes = ByteCount(rawValue: reader.integer())
    completedBytes = completed ?? totalBytes
    objects = ObjectCounts(
      total: reader.integer(), succeeded: reader.integer(), failed: reader.integer(),
      skipped: reader.integer())
    isScanned = parts.contains(.saysScanned) ? parts.contains(.isScanned) : nil
    startedAt =
      parts.contains(.startedAt) ? Date(timeIntervalSinceReferenceDate: reader.double()) : nil
    elapsed = parts.contains(.elapsed) ? reader.duration() : nil
    timeLeft = parts.contains(.timeLeft) ? reader.duration() : nil
  }
}

extension TaskKind {
  fileprivate var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  init(number: Int) { self = Self.allCases[number] }
}
