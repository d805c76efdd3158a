import FoundationEssentials
import Glibc
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// A place of its own for one test: directories, the real rclone, two object servers.
struct MoverBench: Sendable {
  /// Everything lies in here; removed at the end.
  let root: FilePath
  /// The real rclone.
  let program: RcloneProgram
  /// Serves `source/`.
  let source: ObjectServer
  /// Serves `destination/`.
  let destination: ObjectServer

  static let sourceKeys = StorageKeys(accessKey: "reader", secretKey: Secret("open sesame r"))
  static let destinationKeys = StorageKeys(accessKey: "writer", secretKey: Secret("open sesame w"))

  /// Runs `body` on a fresh bench with the buckets `from` and `to`, and leaves nothing behind.
  ///
  /// The source sends at most `speed` bytes a second.
  static func with(
    speed: Int64? = nil, _ body: (MoverBench) async throws -> Void
  ) async throws {
    let root = FilePath("/tmp/ferry-\(UInt64.random(in: 0 ... .max))")
    defer { try? FileManager.default.removeItem(atPath: root.string) }
    for bucket in ["source/from", "destination/to"] {
      try FileManager.default.createDirectory(
        atPath: root.string + "/" + bucket, withIntermediateDirectories: true)
    }
    let program = try await realRclone()
    async let source = ObjectServer.start(
      program: program, root: root.appending("source"), directory: root.appending("s"),
      keys: sourceKeys, bytesPerSecond: speed)
    async let destination = ObjectServer.start(
      program: program, root: root.appending("destination"), directory: root.appending("d"),
      keys: destinationKeys)
    let bench = try await MoverBench(
      root: root, program: program, source: source, destination: destination)
    do {
      try await body(bench)
    } catch {
      await bench.close()
      throw error
    }
    await bench.close()
  }

  /// rclone as `FERRY_RCLONE` names it, or the one of the checkout.
  static func realRclone(file: String = #filePath) async throws -> RcloneProgram {
    let checkout = FilePath(file).removingLastComponent()
    return try await RcloneProgram.find(
      environment: ProcessInfo.processInfo.environment, executable: checkout.appending("tests"))
  }

  /// A mover that looks often.
  func mover(
    stall: Duration = .seconds(120),
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> RcloneMover {
    RcloneMover(
      program: program,
      pace: RunPace(tick: .milliseconds(20), report: .milliseconds(100), stall: stall),
      environment: environment)
  }

  /// An order from `from` to `to`; a name is given to each run of the task.
  func order(
    _ run: String = "run", keys: [String] = [], kind: TaskKind = .object, folder: String = "",
    bandwidth: Int64? = nil
  ) throws -> MoveOrder {
    MoveOrder(
      task: TaskID(rawValue: 7), directory: root.appending(run),
      source: try MoveEnd(
        source.location("from", keys: keys), as: .source, keys: Self.sourceKeys),
      destination: try MoveEnd(
        destination.location("to", keys: [folder]), as: .destination, keys: Self.destinationKeys),
      kind: kind, bandwidth: bandwidth)
  }

  /// Puts objects into the bucket `from`.
  func put(_ objects: [String: [UInt8]], in bucket: String = "source/from") throws {
    for (name, bytes) in objects {
      let path = root.appending(bucket).string + "/" + name
      try FileManager.default.createDirectory(
        atPath: FilePath(path).removingLastComponent().string, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: path))
    }
  }

  /// The objects that a bucket holds, `to` unless another is named.
  func objects(in bucket: String = "destination/to") throws -> [String: [UInt8]] {
    let path = root.appending(bucket).string
    let names = try FileManager.default.subpathsOfDirectory(atPath: path)
    let files = names.compactMap { name in
      FileManager.default.contents(atPath: path + "/" + name).map { (name, [UInt8]($0)) }
    }
    return Dictionary(uniqueKeysWithValues: files)
  }

  /// The bytes of every file under a directory of the bench, unreadable ones left out.
  func allBytes(in directory: String) throws -> [[UInt8]] {
    Array(try objects(in: directory).values)
  }

  /// A list of these objects, by their keys.
  func list(_ names: [String]) throws -> UnmovedFile {
    let file = UnmovedFile(root.appending("list-\(UInt64.random(in: 0 ... .max))"))
    _ = try file.write { lines in
      for name in names { try lines.add(UnmovedObject(name, "It failed.")) }
    }
    return file
  }

  /// Kills the child of that attempt to copy, once it is there, and nothing else.
  func killCopy(_ attempt: Int) async throws {
    let files = ChildFiles(directory: try order().directory, purpose: .copy, attempt: attempt)
    // With its socket it stands on its own feet: the shell that started it has gone.
    while RcloneChild(adopting: files).controlSocket == nil {
      try await Task.sleep(for: .milliseconds(5))
    }
    let process = SmallFile.read(files.process).flatMap(ProcessIdentity.init(stat:))
    try #require(process).send(SIGKILL)
  }

  private func close() async {
    await source.stop()
    await destination.stop()
    for run in (try? FileManager.default.contentsOfDirectory(atPath: root.string)) ?? [] {
      let directory = root.appending(run)
      for purpose in [ChildFiles.Purpose.copy, .scan] {
        await RcloneChild.killAll(
          like: ChildFiles(directory: directory, purpose: purpose, attempt: 1))
      }
    }
  }
}

/// Bytes without a pattern that a copy could get right by chance.
func randomBytes(_ count: Int) -> [UInt8] {
  var generator = SystemRandomNumberGenerator()
  let words = (0..<count / 8 + 1).map { _ in generator.next() }
  return words.withUnsafeBytes { Array($0.prefix(count)) }
}

/// What a mover has reported, and a way to wait for a report.
actor MoverReports {
  private(set) var all: [MoveProgress] = []
  private var waiting:
    [(wanted: @Sendable (MoveProgress) -> Bool, CheckedContinuation<Void, Never>)] =
      []

  /// Takes a report.
  func take(_ progress: MoveProgress) {
    all.append(progress)
    for (_, continuation) in waiting.filter({ $0.wanted(progress) }) { continuation.resume() }
    waiting.removeAll { $0.wanted(progress) }
  }

  /// Returns when there is, or was, a report that `wanted` accepts.
  func wait(for wanted: @escaping @Sendable (MoveProgress) -> Bool) async {
    if all.contains(where: wanted) { return }
    await withCheckedContinuation { waiting.append((wanted, $0)) }
  }
}
