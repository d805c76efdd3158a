import Foundation
import SystemPackage
import TestSupport

@testable import Migration

@testable import MigrationService

/// The places that the tasks of a torture read from and write to, and what has to arrive.
struct TortureLoads: Sendable {
  private let root: FilePath
  private let store: ObjectServer
  private let prints: [TortureLoad: [[UInt8]: FileTree.Print]]

  /// The place of the file that is in the way of another one.
  private static let obstructed = "b/blocked"

  /// Makes the sources below `root` and runs `body` while a store serves some of them.
  static func with(
    below root: FilePath, _ body: (TortureLoads) async throws -> Void
  ) async throws {
    var random = Generator(seed: 1)
    var prints: [TortureLoad: [[UInt8]: FileTree.Print]] = [:]
    for load in TortureLoad.allCases {
      let directory = Self.source(of: load, below: root)
      for (name, count) in files(of: load) {
        try FileTree.write(FileTree.bytes(count, &random), to: name, below: directory)
      }
      prints[load] = try FileTree.prints(below: directory)
    }
    try FileManager.default.createSymbolicLink(
      atPath: Self.source(of: .linked, below: root).appending("link").string,
      withDestinationPath: "a")
    try FileManager.default.createDirectory(
      atPath: root.appending("store/to").string, withIntermediateDirectories: true)
    let store = try await ObjectServer.start(
      program: try await RcloneProgram.find(), root: root.appending("store"),
      directory: root.appending("server"),
      keys: StorageKeys(accessKey: "TORTURE", secretKey: Secret("torture-secret")),
      bytesPerSecond: 1_000_000)
    do {
      try await body(TortureLoads(root: root, store: store, prints: prints))
    } catch {
      await store.stop()
      throw error
    }
    await store.stop()
  }

  /// The task with the label `label`, whose destination is its own.
  func task(_ label: String, _ load: TortureLoad, limit: Int64?) throws -> Migration.NewTask {
    if load == .obstructed {
      try FileTree.write(
        [1], to: Array("\(Self.obstructed)/in the way".utf8), below: destination(of: label, load))
    }
    let local = StorageLocation(provider: "Local", bucket: sourceDirectory(of: label, load).string)
    var task = Migration.NewTask(
      source: load == .fromStore ? store.location("from") : local,
      destination: load == .toStore
        ? store.location("to", keys: ["\(label)/"])
        : StorageLocation(provider: "Local", bucket: destination(of: label, load).string),
      keys: keys(load))
    task.settings.description = label
    task.settings.bandwidth = BandwidthWindow.always(limit)
    return task
  }

  /// What opens the ends of a task.
  func keys(_ load: TortureLoad) -> TransferKeys {
    TransferKeys(
      source: load == .fromStore ? store.keys : nil,
      destination: load == .toStore ? store.keys : nil)
  }

  /// Takes away whatever keeps the task from succeeding.
  func mend(_ label: String, _ load: TortureLoad) throws {
    if load == .obstructed {
      try? FileManager.default.removeItem(
        atPath: destination(of: label, load).appending(Self.obstructed).string)
    }
    let late = sourceDirectory(of: label, load)
    if load == .late, !FileManager.default.fileExists(atPath: late.string) {
      try FileManager.default.createDirectory(
        atPath: late.removingLastComponent().string, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Self.source(of: load, below: root).string, toPath: late.string)
    }
  }

  /// The files that have to arrive.
  func expected(_ load: TortureLoad) -> [[UInt8]: FileTree.Print] { prints[load] ?? [:] }

  /// The files that are at the destination, other than what was in the way.
  func arrived(_ label: String, _ load: TortureLoad) throws -> [[UInt8]: FileTree.Print] {
    try FileTree.prints(below: destination(of: label, load))
      .filter { $0.key != Array("\(Self.obstructed)/in the way".utf8) }
  }

  private func destination(of label: String, _ load: TortureLoad) -> FilePath {
    root.appending(load == .toStore ? "store/to" : "to").appending(label)
  }

  private func sourceDirectory(of label: String, _ load: TortureLoad) -> FilePath {
    load == .late ? root.appending("late").appending(label) : Self.source(of: load, below: root)
  }

  private static func source(of load: TortureLoad, below root: FilePath) -> FilePath {
    load == .fromStore
      ? root.appending("store/from") : root.appending("from").appending("\(load)")
  }

  private static func files(of load: TortureLoad) -> [([UInt8], size: Int)] {
    let names: [(String, Int)] =
      switch load {
      case .few, .linked: [("a", 10), ("b/c", 2000), ("empty", 0)]
      case .many, .fromStore, .toStore: (0..<60).map { ("d\($0 % 7)/o\($0)", $0 * 170) }
      case .large: [("one", 8_000_000), ("two", 9_000_000)]
      case .obstructed: [("a", 10), (obstructed, 100), ("z", 0)]
      case .late: [("a", 10), ("b/c", 300)]
      case .odd:
        [
          ("new\nline", 5), ("tab\there", 6), ("nfc\u{E9}", 7), ("nfd e\u{301}", 8), ("-rf", 9),
          ("q'u\"ote\\", 10), ("sp ace ", 11), ("st*r?[x]{y}", 12), ("...", 13),
          ("wide\u{FF0E}", 14),
        ]
      }
    let odd: [([UInt8], Int)] = load == .odd ? [([0x66, 0xFF, 0xFE], 15), ([0x80], 16)] : []
    return names.map { (Array($0.0.utf8), $0.1) } + odd
  }
}
