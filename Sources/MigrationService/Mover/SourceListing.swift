import FoundationEssentials
package import Migration
import SystemPackage

/// Lists places as a task of this service would see them, and moves nothing.
package struct SourceListing: Sendable {
  private let program: RcloneProgram
  private let environment: [String: String]

  /// A listing with `program`.
  ///
  /// - Parameters:
  ///   - program: The rclone to run.
  ///   - environment: What it may inherit of.
  package init(
    program: RcloneProgram,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.program = program
    self.environment = environment
  }

  /// Whether objects at this provider can be listed.
  package static func serves(_ provider: String) -> Bool { CloudProvider.isServed(provider) }

  /// Counts what `task` would move; it must be one of type `object` or `prefix`.
  ///
  /// - Parameters:
  ///   - task: The task, with the keys of its source.
  ///   - progress: Called with what was found so far, as often as some more is there.
  /// - Returns: The sums of the whole source.
  /// - Throws: ``MoverProblem`` when it cannot be listed to its end, or `CancellationError`.
  package func count(
    _ task: Migration.NewTask, progress: (SourceTally) -> Void
  ) async throws -> SourceTally {
    let order = try Self.order(task, from: task.keys.source, to: nil)
    let command = try command(order)
    var list: [UInt8] = []
    if case .lines(let lines) = command.list?.content {
      list = lines.flatMap { NameBytes.bytes($0) + [UInt8(ascii: "\n")] }
    }
    var count = SourceCount(order)
    let lines = RcloneLines(
      arguments: command.scan(listName: "-"), environment: command.environment, input: list)
    try await lines.read { lines in
      for line in lines { count.take(line) }
      progress(count.tally)
    }
    return count.whole
  }

  /// What one folder holds.
  ///
  /// - Parameters:
  ///   - place: The bucket, and the folder in it as its key, or no key.
  ///   - keys: What opens it; `nil` where nothing is needed.
  /// - Returns: The objects and folders in the order of their names; their keys as the bucket has
  ///   them.
  /// - Throws: ``MoverProblem`` when it cannot be listed, or `CancellationError`.
  package func folder(
    _ place: StorageLocation, keys: StorageKeys?
  ) async throws -> [Migration.ListedObject] {
    let task = Migration.NewTask(source: place, destination: place, keys: TransferKeys())
    let command = try command(try Self.order(task, from: nil, to: keys))
    let folder = place.keys.first ?? ""
    return try await entries(command.folder(), command.environment).map { name, size in
      Migration.ListedObject(
        key: folder + name, size: name.hasSuffix("/") ? nil : ByteCount(rawValue: size))
    }
  }

  /// The buckets of an account.
  ///
  /// - Parameters:
  ///   - account: The provider, and its region or address; the bucket says nothing.
  ///   - keys: What opens it.
  /// - Returns: The names in their order.
  /// - Throws: ``MoverProblem`` when they cannot be listed, or `CancellationError`.
  package func buckets(_ account: StorageLocation, keys: StorageKeys) async throws -> [String] {
    var place = account
    // What is said of a bucket holds for the account: only the name is left out.
    place.bucket = "bucket"
    place.keys = []
    let task = Migration.NewTask(source: place, destination: place, keys: TransferKeys())
    let command = try command(try Self.order(task, from: nil, to: keys))
    return try await entries(command.buckets(), command.environment).map { name, _ in
      name.hasSuffix("/") ? String(name.dropLast()) : name
    }
  }

  private func command(_ order: MoveOrder) throws -> RcloneCommand {
    try RcloneCommand(order, program: program.path, inherited: environment)
  }

  private func entries(
    _ arguments: [String], _ environment: [String: String]
  ) async throws -> [(name: String, size: Int64)] {
    var entries: [(name: String, size: Int64)] = []
    try await RcloneLines(arguments: arguments, environment: environment).read { lines in
      for line in lines {
        let parts = line.split(separator: UInt8(ascii: ";"), maxSplits: 1)
        guard parts.count == 2, let size = Int64(String(decoding: parts[0], as: UTF8.self)) else {
          continue
        }
        entries.append((NameBytes.shown(ObjectName.read(NameBytes.text(parts[1]))), size))
      }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The order that stands for a look at one end of `task`, with the keys of that end.
  ///
  /// - Throws: ``MoverProblem`` when one of its places cannot be meant.
  static func order(
    _ task: Migration.NewTask, from: StorageKeys?, to: StorageKeys?
  ) throws(MoverProblem) -> MoveOrder {
    do throws(LocationProblem) {
      return MoveOrder(
        task: TaskID(rawValue: 0), directory: "/",
        source: MoveEnd(location: try CheckedLocation(task.source, as: .source), keys: from),
        destination: MoveEnd(
          location: try CheckedLocation(task.destination, as: .destination), keys: to),
        kind: task.kind, changedSince: task.settings.changedSince)
    } catch {
      throw MoverProblem(error)
    }
  }
}

/// What the lines of the list of a source add up to.
private struct SourceCount {
  private(set) var tally = SourceTally()
  /// The single objects that have not come yet, by their spelling in the list.
  private var awaited: [[UInt8]: String] = [:]
  private let order: MoveOrder

  init(_ order: MoveOrder) {
    self.order = order
    let keys = order.source.location.keys.filter { !$0.hasSuffix("/") }
    for (name, key) in zip(ObjectFilter.singleObjects(of: order), keys) {
      awaited[Array(name.utf8)] = key
    }
  }

  mutating func take(_ line: ArraySlice<UInt8>) {
    guard let object = ListedObject(line) else { return }
    awaited[Array(object.name.utf8)] = nil
    if order.isTooOld(object) { return }
    tally.add(object.size)
  }

  /// The sums at the end of the list, with the objects that are not there.
  var whole: SourceTally {
    var tally = tally
    tally.missing = awaited.values.sorted()
    return tally
  }
}
