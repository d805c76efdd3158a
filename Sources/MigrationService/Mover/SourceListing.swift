import FoundationEssentials
package import Migration
import SystemPackage

/// Lists places as a task of this service would see them, and moves nothing.
package struct SourceListing: Sendable {
  private let program: RcloneProgram
  private let environment: [String: String]
  private let confinement: RunConfinement?

  /// A listing with `program`.
  ///
  /// - Parameters:
  ///   - program: The rclone to run.
  ///   - environment: What it may inherit of.
  ///   - confinement: Keeps looks within their roots; `nil` where nothing can.
  package init(
    program: RcloneProgram,
    environment: [String: String] = ProcessInfo.processInfo.environment,
    confinement: RunConfinement? = nil
  ) {
    self.program = program
    self.environment = environment
    self.confinement = confinement
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
      arguments: command.scan(listName: "-"), environment: command.environment, input: list,
      scene: .place(command.sourcePlace))
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
    try await page(place, keys: keys, FolderLook()).objects
  }

  package func page(
    _ place: StorageLocation, keys: StorageKeys?, _ look: FolderLook
  ) async throws -> ObjectListing {
    var order = try Self.order(place, keys)
    order.roots = look.roots
    if let roots = look.roots { try Confinement(roots: roots).check(look: order) }
    let command = try command(order)
    let folder = place.keys.first ?? ""
    var first = FirstEntries(look)
    try await entries(command.folder(), command.environment, of: command.lookedAt) { name, size in
      first.take(
        Migration.ListedObject(
          key: folder + name, size: name.hasSuffix("/") ? nil : ByteCount(rawValue: size)))
    }
    return first.listing
  }

  package func buckets(_ account: StorageLocation, keys: StorageKeys) async throws -> [String] {
    var place = account
    // What is said of a bucket holds for the account: only the name is left out.
    place.bucket = "bucket"
    place.keys = []
    if place.region.isEmpty, let home = CloudProvider.home(of: place.provider) {
      place.region = home
    }
    let command = try command(try Self.order(place, keys))
    var first = FirstEntries(FolderLook(limit: Self.mostBuckets))
    try await entries(command.buckets(), command.environment, of: .account) { name, size in
      let name = name.hasSuffix("/") ? String(name.dropLast()) : name
      first.take(Migration.ListedObject(key: name, size: nil))
    }
    let listing = first.listing
    guard listing.nextMarker == nil else {
      throw MoverProblem("The account has more than \(Self.mostBuckets) buckets.")
    }
    return listing.objects.map(\.key)
  }

  package func faultOfAddresses(
    _ key: String, in place: StorageLocation, keys: StorageKeys?
  ) async throws -> String? {
    let list = ListObject(command: try command(try Self.order(place, keys)), key: key)
    _ = try await list.size()
    var check = AddressListCheck()
    try await list.read { lines in
      for line in lines { check.take(line) }
    }
    return check.verdict
  }

  /// More than any provider gives to one account.
  private static let mostBuckets = 10_000

  private func command(_ order: MoveOrder) throws -> RcloneCommand {
    try RcloneCommand(
      order, program: program.path, inherited: environment, confinement: confinement, isLook: true)
  }

  private func entries(
    _ arguments: [String], _ environment: [String: String], of place: FaultPlace,
    _ take: (_ name: String, _ size: Int64) -> Void
  ) async throws {
    try await RcloneLines(
      arguments: arguments, environment: environment, scene: .place(place)
    ).read { lines in
      for line in lines {
        let parts = line.split(separator: UInt8(ascii: ";"), maxSplits: 1)
        guard parts.count == 2, let size = Int64(String(decoding: parts[0], as: UTF8.self)) else {
          continue
        }
        take(NameBytes.shown(ObjectName.read(NameBytes.text(parts[1]))), size)
      }
    }
  }

  /// The order that stands for a look at one place.
  private static func order(
    _ place: StorageLocation, _ keys: StorageKeys?
  ) throws(MoverProblem) -> MoveOrder {
    try order(
      Migration.NewTask(source: place, destination: place, keys: TransferKeys()), from: nil,
      to: keys)
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
