import Crypto
import Foundation
import SystemPackage
import TestServers
import Testing

@testable import Migration

/// What plain rclone gets done Ferry gets done too, and says what it does not.
///
/// `FERRY_DIFFERENTIAL_SEEDS=7-7` in the environment replays what was drawn from that seed.
struct DifferentialTests {
  private static let seeds: [UInt64] = {
    let wanted = ProcessInfo.processInfo.environment["FERRY_DIFFERENTIAL_SEEDS"] ?? "1-2"
    let ends = wanted.split(separator: "-").compactMap { UInt64($0) }
    return ends.count == 2 && ends[0] <= ends[1] ? Array(ends[0]...ends[1]) : [1, 2]
  }()

  @Test(arguments: seeds)
  func `from directory to directory`(seed: UInt64) async throws {
    try await FerryHome.with { home in
      var names = HostileNames(seed: seed)
      let from = home.directory.appending("from")
      for (index, name) in names.files(120).enumerated() {
        try FileTree.write(Array("\(index)".utf8), to: name, below: from)
      }
      let comparison = Comparison(home: home)
      try await comparison.copyPlainly(home.local("from"), home.local("plain"))
      let outcome = try await comparison.copyByTask(home.local("from"), home.local("own"))
      Comparison.check(
        try FileTree.prints(below: from),
        plain: try FileTree.prints(below: home.directory.appending("plain")),
        own: try FileTree.prints(below: home.directory.appending("own")), outcome)
    }
  }

  @Test(arguments: seeds)
  func `from store to store`(seed: UInt64) async throws {
    let (source, plain, own) = (ModelStore(Self.objects(seed)), ModelStore(), ModelStore())
    try await LoopbackServer.serving(source) { from in
      try await LoopbackServer.serving(plain) { plainly in
        try await LoopbackServer.serving(own) { to in
          try await FerryHome.with { home in
            let comparison = Comparison(home: home)
            try await comparison.copyPlainly(.store(from), .store(plainly))
            let outcome = try await comparison.copyByTask(.store(from), .store(to))
            Comparison.check(source.objects, plain: plain.objects, own: own.objects, outcome)
          }
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `from store to directory`(seed: UInt64) async throws {
    // Of those that would take each other's place in a directory only one is there; folders
    // are another matter.
    var taken = Set<[UInt8]>()
    let objects = Self.objects(seed).sorted { $0.key.lexicographicallyPrecedes($1.key) }.filter {
      let place = Self.place($0.key)
      let isFree = !taken.contains { $0.starts(with: place) || place.starts(with: $0) }
      return $0.key.last != 47 && isFree && taken.insert(place).inserted
    }
    let source = Dictionary(uniqueKeysWithValues: objects)
    try await LoopbackServer.serving(ModelStore(source)) { from in
      try await FerryHome.with { home in
        let comparison = Comparison(home: home)
        try await comparison.copyPlainly(.store(from), home.local("plain"))
        let outcome = try await comparison.copyByTask(.store(from), home.local("own"))
        Comparison.check(
          source.mapValues { SHA256.hash(data: $0) },
          plain: try FileTree.prints(below: home.directory.appending("plain")),
          own: try FileTree.prints(below: home.directory.appending("own")), outcome,
          at: (Self.plainPlace, Self.place))
      }
    }
  }

  /// Where plain rclone puts an object in a directory, which has no names of nothing and of dots.
  private static func plainPlace(_ key: [UInt8]) -> [UInt8] {
    let names = key.split(separator: 47).map { name in
      name == [46] ? Array("．".utf8) : name == [46, 46] ? Array("．．".utf8) : Array(name)
    }
    return Array(names.joined(separator: [47]))
  }

  /// Where a task puts it: what stands for these names is marked where it is meant itself, so that none
  /// takes the place of another.
  static func place(_ key: [UInt8]) -> [UInt8] {
    let names = key.split(separator: 47).map { name in
      switch String(validating: name, as: UTF8.self) {
      case ".": Array("．".utf8)
      case "..": Array("．．".utf8)
      case "．": Array("‛．".utf8)
      case "．．": Array("‛．‛．".utf8)
      case let text?:
        text.unicodeScalars.flatMap { scalar in
          Array(("␀‛".unicodeScalars.contains(scalar) ? "‛" : "").utf8) + Array(String(scalar).utf8)
        }
      case nil: Array(name)
      }
    }
    return Array(names.joined(separator: [47]))
  }

  private static func objects(_ seed: UInt64) -> [[UInt8]: [UInt8]] {
    var names = HostileNames(seed: seed)
    let keys = names.keys(120).enumerated().map { index, key in
      // What ends in a slash is mostly a folder.
      (key, key.last == 47 && index % 4 > 0 ? [] : Array("\(index)".utf8))
    }
    return Dictionary(uniqueKeysWithValues: keys)
  }
}

extension FerryHome {
  /// A directory of the home, as a side of a task.
  func local(_ directory: String) -> StorageLocation {
    StorageLocation(provider: "Local", bucket: path(directory))
  }
}

extension StorageLocation {
  fileprivate static func store(_ endpoint: Endpoint) -> StorageLocation {
    StorageLocation(provider: "S3", region: endpoint.description, bucket: "bucket")
  }
}
