import FoundationEssentials
import Migration
import PrivateFiles
import SystemPackage

/// Fetches the list file of a task, or all that are in a folder, once for each run, into files of the run:
/// what is to be moved, and what of it cannot be.
struct ListFetch {
  private let order: MoveOrder
  private let file: ListFile
  private let command: RcloneCommand

  /// More than any list has that is meant; the disk of the service is not to be filled by one.
  private static let largest = 1 << 30

  /// The fetch for `order`; `nil` when that has no list file.
  ///
  /// - Parameters:
  ///   - order: The order.
  ///   - program: The rclone to run.
  ///   - environment: What it may inherit of.
  ///   - confinement: Keeps it within the roots of the order; `nil` where nothing can.
  /// - Throws: ``MoverProblem`` when the list's place cannot be meant.
  init?(
    _ order: MoveOrder, program: RcloneProgram, environment: [String: String],
    confinement: RunConfinement?
  ) throws(MoverProblem) {
    guard let file = order.listFile else { return nil }
    self.order = order
    self.file = file
    let place: CheckedLocation
    do throws(LocationProblem) {
      place = try CheckedLocation(
        order.destination.location.storage.holding(file), as: .destination)
    } catch {
      throw MoverProblem(error)
    }
    var look = order
    look.destination = MoveEnd(location: place, keys: order.destination.keys)
    look.source = look.destination
    command = try RcloneCommand(
      look, program: program.path, inherited: environment, confinement: confinement, isLook: true)
    if let roots = order.roots { try Confinement(roots: roots).check(look: look) }
  }

  /// The list of what is to be moved, by names as rclone spells them, each with its address.
  static func listed(in directory: FilePath) -> UnmovedFile {
    UnmovedFile(directory.appending("from-list"))
  }

  /// Whether the list of a run is there, whole.
  static func isFetched(for order: MoveOrder) -> Bool {
    FileManager.default.fileExists(atPath: listed(in: order.directory).path.string)
  }

  /// The list of what cannot be moved, with the reasons; not there when nothing is in it.
  static func refused(in directory: FilePath) -> UnmovedFile {
    UnmovedFile(directory.appending("refused"))
  }

  /// Fetches the list, unless the run has begun with it already.
  ///
  /// - Throws: ``MoverProblem`` with OMS's code when there is none that can be read, `Errno` when there is
  ///   no room for it, or `CancellationError`.
  func fetch() async throws {
    let listed = Self.listed(in: order.directory)
    guard
      ChildFiles.latest(.copy, in: order.directory) == nil
        || !FileManager.default.fileExists(atPath: listed.path.string)
    else { return }
    let refused = try UnmovedLog("refused", in: order.directory)
    let found = try UnmovedLog("from-list.new", in: order.directory)
    try await read(into: found, refused)
    guard found.count + refused.count > 0 else {
      throw MoverProblem("The list file \(name) is empty.", code: "TRF.0017")
    }
    // A later process takes it for the whole.
    _ = try refused.written()
    let draft = try found.written().path
    let descriptor = try FileDescriptor.open(draft, .readOnly, options: .closeOnExec)
    try descriptor.closeAfter { try PrivateFiles.synchronize(descriptor) }
    _ = try? FileManager.default.removeItem(atPath: listed.path.string)
    try FileManager.default.moveItem(atPath: draft.string, toPath: listed.path.string)
  }

  private func read(into found: UnmovedLog, _ refused: UnmovedLog) async throws {
    do {
      var size = 0
      for key in try await keys() {
        try await ListObject(command: command, key: key).read { lines in
          for line in lines {
            size += line.count + 1
            // Who has said another size may be anybody.
            guard size <= Self.largest else { throw tooLarge }
            switch ListedLine(line, of: order.kind, isPath: isPath) {
            case .blank: break
            case .object(let key, let address): try found.add(spelled(key), address)
            case .unusable(let name, let reason): try refused.add(ObjectName.spell(name), reason)
            }
          }
        }
      }
    } catch let problem as MoverProblem where problem != tooLarge {
      throw MoverProblem(
        "The list file \(name) cannot be read. \(problem.description)", code: "TRF.0013")
    }
  }

  /// The keys of the list files.
  private func keys() async throws -> [String] {
    guard !file.isFolder else { return try await keysInFolder() }
    let size = try await ListObject(command: command, key: file.key).size()
    guard size <= Self.largest else { throw tooLarge }
    return [file.key]
  }

  private func keysInFolder() async throws -> [String] {
    var names: [String] = []
    try await RcloneLines(
      arguments: command.folder(file.key), environment: command.environment,
      scene: .place(command.lookedAt)
    ).read { lines in
      for line in lines where line.last != UInt8(ascii: "/") {
        guard let start = line.firstIndex(of: UInt8(ascii: ";")) else { continue }
        names.append(ObjectName.read(NameBytes.text(line[(start + 1)...])))
      }
    }
    guard !names.isEmpty else { throw MoverProblem("There is no list file in the folder.") }
    if let count = file.count, !count.isEmpty, count != String(names.count) {
      throw MoverProblem("The folder has \(names.count) list files, and not \(count).")
    }
    return names.sorted().map { file.key + $0 }
  }

  private var tooLarge: MoverProblem {
    MoverProblem("The list file \(name) is larger than a gigabyte; split it.", code: "TRF.0014")
  }

  /// Whether one end has paths: names there are joined to a directory.
  private var isPath: Bool {
    [order.source, order.destination].contains {
      ["Local", "Rclone"].contains($0.location.provider)
    }
  }

  private func spelled(_ key: String) -> String {
    let isLocal = order.source.location.provider == "Local"
    return ObjectName.spell(isLocal ? String(key.drop { $0 == "/" }) : key)
  }

  private var name: String { "\(file.bucket)/\(file.key)" }
}

extension ListFile {
  /// Whether the list files are those that lie in a folder.
  var isFolder: Bool { key.hasSuffix("/") }
}

extension StorageLocation {
  /// The bucket that holds a list file, where this is the destination of the task.
  func holding(_ file: ListFile) -> StorageLocation {
    StorageLocation(provider: provider, region: region, bucket: file.bucket)
  }
}
