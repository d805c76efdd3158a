import FoundationEssentials
import OrderedCollections

/// Many tasks in little memory, each found by its id.
///
/// A task is put together when it is asked for. What it has in common with others, such as buckets
/// and settings, is kept once; the rest is a row of some hundred bytes, many of them in one block, so
/// that a million tasks take up less than 200 MB.
package struct PackedTasks: Sendable {
  /// What came of putting a task in.
  package enum Change: Equatable, Sendable {
    /// There was none with its id.
    case added
    /// It was there and was the same.
    case none
    /// It has taken the place of this one.
    case replaced(MigrationTask)
  }

  /// Some rows in their order.
  private struct Block: Sendable {
    var bytes: [UInt8] = []
    /// Where each row ends.
    var ends: [UInt32] = []

    func range(of index: Int) -> Range<Int> {
      (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }
  }

  /// The parts of a task that others may have as well.
  private struct Common: Equatable, Sendable {
    var route: UInt32
    var settings: UInt32
    var outcome: UInt32
  }

  static let blockSize = 64

  private var known: OrderedSet<TaskID> = []
  private var commons: [Common] = []
  private var blocks: [Block] = []
  private var routes = Interner<Route>()
  private var settings = Interner<TaskSettings>()
  private var outcomes = Interner<TaskOutcome>()
  private var writer = PackedWriter()

  /// No tasks.
  package init() {}

  /// The ids, each at the position of its task.
  package var ids: [TaskID] { known.elements }

  /// Where the task with this id is; `nil` when there is none.
  package func position(of id: TaskID) -> Int? { known.firstIndex(of: id) }

  /// The task with this id; `nil` when there is none.
  package subscript(id: TaskID) -> MigrationTask? { position(of: id).map { self[$0] } }

  /// The different buckets on one side, in order.
  package func buckets(of side: Completion.Side) -> [String] {
    let names = routes.values.map { side == .source ? $0.source.bucket : $0.destination.bucket }
    return Set(names).sorted()
  }

  /// How many different values there are that tasks have in common.
  var differentValues: Int { routes.count + settings.count + outcomes.count }

  /// Puts a task in, behind all others, or in the place of the one with its id.
  @discardableResult
  package mutating func put(_ task: MigrationTask) -> Change {
    writer.clear()
    writer.row(task)
    let (isNew, position) = known.append(task.id)
    let common = take(task)
    if isNew {
      commons.append(common)
      append(writer.bytes)
      return .added
    }
    let (block, index) = position.quotientAndRemainder(dividingBy: Self.blockSize)
    let range = blocks[block].range(of: index)
    if common == commons[position], blocks[block].bytes[range].elementsEqual(writer.bytes) {
      giveBack(common)
      return .none
    }
    let old = self[position]
    giveBack(commons[position])
    commons[position] = common
    replace(index, in: block, by: writer.bytes)
    return .replaced(old)
  }

  /// Takes a task out; the last one takes its place.
  ///
  /// - Returns: The task and where it was; `nil` when there was none.
  @discardableResult
  package mutating func remove(_ id: TaskID) -> (task: MigrationTask, position: Int)? {
    guard let position = position(of: id) else { return nil }
    let task = self[position]
    giveBack(commons[position])
    let last = count - 1
    if position != last {
      known.swapAt(position, last)
      commons[position] = commons[last]
      let (from, at) = (last / Self.blockSize, last % Self.blockSize)
      let row = Array(blocks[from].bytes[blocks[from].range(of: at)])
      replace(position % Self.blockSize, in: position / Self.blockSize, by: row)
    }
    known.removeLast()
    commons.removeLast()
    removeLastRow()
    return (task, position)
  }
}

extension PackedTasks: RandomAccessCollection {
  /// All tasks that are wanted, of which no more than is asked for is put together.
  package func all(where isWanted: (PackedTask) -> Bool) -> [MigrationTask] {
    indices.filter { isWanted(packed(at: $0)) }.map { self[$0] }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { known.count }

  /// The task at a position.
  package subscript(position: Int) -> MigrationTask {
    MigrationTask(packed(at: position), settings: settings[commons[position].settings])
  }

  /// The task at a position, of which nothing is put together before it is asked for.
  func packed(at position: Int) -> PackedTask {
    let (block, index) = position.quotientAndRemainder(dividingBy: Self.blockSize)
    let common = commons[position]
    return PackedTask(
      id: known[position],
      row: PackedRow(blocks[block].bytes, at: blocks[block].range(of: index).lowerBound),
      route: routes[common.route], sharedOutcome: outcomes[common.outcome])
  }
}

extension PackedTasks {
  private mutating func take(_ task: MigrationTask) -> Common {
    var plain = task.sharedSettings
    if !plain.value.description.isEmpty {
      var settings = plain.value
      settings.description = ""
      plain = Shared(settings)
    }
    return Common(
      route: routes.take(Shared(Route(task))), settings: settings.take(plain),
      outcome: outcomes.take(task.sharedOutcome))
  }

  private mutating func giveBack(_ common: Common) {
    routes.giveBack(common.route)
    settings.giveBack(common.settings)
    outcomes.giveBack(common.outcome)
  }

  private mutating func append(_ row: [UInt8]) {
    if blocks.last.map({ $0.ends.count == Self.blockSize }) ?? true {
      blocks.append(Block())
    }
    let last = blocks.count - 1
    blocks[last].bytes += row
    blocks[last].ends.append(UInt32(blocks[last].bytes.count))
    guard blocks[last].ends.count == Self.blockSize else { return }
    // A full block rarely grows, so it needs no room for more.
    blocks[last].bytes = Self.joined([blocks[last].bytes[...]])
  }

  private mutating func replace(_ index: Int, in block: Int, by row: [UInt8]) {
    let range = blocks[block].range(of: index)
    let growth = row.count - range.count
    let old = blocks[block].bytes
    blocks[block].bytes = Self.joined([
      old[..<range.lowerBound], row[...], old[range.upperBound...],
    ])
    guard growth != 0 else { return }
    for later in index..<blocks[block].ends.count {
      blocks[block].ends[later] = UInt32(Int(blocks[block].ends[later]) + growth)
    }
  }

  private mutating func removeLastRow() {
    let last = blocks.count - 1
    blocks[last].ends.removeLast()
    guard let end = blocks[last].ends.last else {
      blocks.removeLast()
      return
    }
    blocks[last].bytes.removeLast(blocks[last].bytes.count - Int(end))
  }

  /// The parts one behind the other, without room for more.
  private static func joined(_ parts: [ArraySlice<UInt8>]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { bytes += part }
    return bytes
  }
}
