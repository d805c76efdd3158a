import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import OMSWire

/// The cursor beside the reader that it takes the place of.
struct WireDifferenceTests {
  /// What both make of the same bytes.
  private struct Pair: Sendable {
    let name: String
    /// Whether both say the same.
    let agree: @Sendable ([UInt8]) -> Bool

    init<Value: Equatable & Sendable>(
      _ name: String, _ old: @escaping @Sendable ([UInt8]) throws -> Value,
      _ new: @escaping @Sendable ([UInt8]) throws -> Value
    ) {
      self.name = name
      agree = { (try? old($0)) == (try? new($0)) }
    }
  }

  private struct Lenient: Error {}

  private struct Page<Entry: Equatable & Sendable>: Equatable, Sendable {
    var entries: [Entry]
    var unreadable: Int
    var total: Int?
  }

  /// The pairs for answers of a version: each dialect now also knows the settings of the others.
  private static func pairs(of version: String) -> [Pair] {
    pairs.filter { $0.name != (version == "v1" ? "v2 tasks" : "v1 tasks") }
  }

  private static let pairs: [Pair] = [
    Pair("v1 tasks", { Self.page(try TaskPage(v1: $0)) }, { try Self.page(.v1, $0) }),
    Pair("v2 tasks", { Self.page(try TaskPage(v2: $0)) }, { try Self.page(.v2, $0) }),
    Pair(
      "group", { Self.plain(try JSONReader.decode(V2Group.self, from: $0).group) },
      { Self.plain(try WireForm.group.value(in: $0)) }),
    Pair(
      "groups",
      { bytes in
        let page = try JSONReader.decode(V2GroupPage.self, from: bytes).page
        return Page(
          entries: page.groups.map(Self.plain), unreadable: page.unreadable.count,
          total: page.total)
      },
      { bytes in
        let page = try WireForm.groups.value(in: bytes)
        return Page(
          entries: page.entries.map(Self.plain), unreadable: page.unreadable.count,
          total: page.total)
      }),
    Pair(
      "synchronisation task", { Self.plain(try JSONReader.decode(V2SyncTask.self, from: $0).task) },
      { Self.plain(try WireForm.synchronisationTask.value(in: $0)) }),
    Pair(
      "synchronisation tasks",
      { bytes in
        let page = try JSONReader.decode(V2SyncTaskPage.self, from: bytes).page
        return Page(
          entries: page.tasks.map(Self.plain), unreadable: page.unreadable.count, total: page.total)
      },
      { bytes in
        let page = try WireForm.synchronisationTasks.value(in: bytes)
        return Page(
          entries: page.entries.map(Self.plain), unreadable: page.unreadable.count,
          total: page.total)
      }),
    Pair(
      "statistics", { try JSONReader.decode(V2SyncStatistics.self, from: $0).statistics },
      { try WireForm.statistics.value(in: $0) }),
    Pair(
      "versions", { try JSONReader.decode(WireVersions.self, from: $0).versions },
      { bytes in
        // A version without a name hid the others before; now it costs itself alone.
        let reading = try WireForm.versions().reading(of: bytes)
        guard reading.oddities.allSatisfy({ !$0.path.hasSuffix(".id") }) else { throw Lenient() }
        return reading.value
      }),
    Pair(
      "created", { try JSONReader.decode(WireCreated.self, from: $0).created },
      { try WireForm.created.value(in: $0) }),
    Pair(
      "created group", { try JSONReader.decode(V2GroupCreated.self, from: $0).id },
      { try WireForm.createdGroup.value(in: $0) }),
    Pair(
      "created synchronisation task",
      { try JSONReader.decode(V2SyncTaskCreated.self, from: $0).id },
      { try WireForm.createdSynchronisationTask.value(in: $0) }),
    Pair(
      "count", { try JSONReader.decode(V1Count.self, from: $0).taskcount },
      { try WireForm.count.value(in: $0) }),
    Pair(
      "quota", { try JSONReader.decode(V1Quota.self, from: $0).parallelTasks },
      { try WireForm.quota.value(in: $0) }),
    Pair(
      "texts", { try JSONReader.decode(LenientList<String>.self, from: $0).entries },
      { try WireForm.texts.value(in: $0) }),
    Pair(
      "objects", { try JSONReader.decode(V2ObjectListing.self, from: $0).listing },
      { try WireForm.objectListing.value(in: $0) }),
    Pair(
      "region", { try JSONReader.decode(V2BucketRegion.self, from: $0).region },
      { try WireForm.bucketRegion.value(in: $0) }),
    Pair(
      "prefix", { try JSONReader.decode(V2PrefixCheck.self, from: $0).exist },
      { try WireForm.prefixExists.value(in: $0) }),
    Pair(
      "domain", { try JSONReader.decode(V2DomainCheck.self, from: $0).check },
      { try WireForm.sourceDomainCheck.value(in: $0) }),
    Pair(
      "regions",
      {
        try JSONReader.decode(LenientList<V2ProviderRegions>.self, from: $0).entries.map(\.regions)
      },
      { try WireForm.regions.value(in: $0) }),
  ]

  @Test(arguments: ["v1", "v2"])
  func `every reference body is read as before, as whatever it is taken`(version: String) throws {
    for name in try VectorFile.names(version).sorted() {
      let body = try Self.body(version, name)
      for pair in Self.pairs(of: version) {
        let doAgree = pair.agree(body)
        #expect(doAgree, "\(name) as \(pair.name)")
      }
    }
  }

  @Test(arguments: ["v1", "v2"])
  func `a damaged body is read as before`(version: String) throws {
    let bodies = try VectorFile.names(version).sorted().map { try Self.body(version, $0) }
      .filter { $0.count > 100 }
    for seed in UInt64(0)..<2000 {
      var random = Generator(seed: seed)
      let body = Damage.damaged(bodies[Int.random(in: bodies.indices, using: &random)], &random)
      for pair in Self.pairs(of: version) {
        let doAgree = pair.agree(body)
        #expect(
          doAgree, "seed \(seed) as \(pair.name): \(String(decoding: body, as: UTF8.self))")
      }
    }
  }

  private static func body(_ version: String, _ name: String) throws -> [UInt8] {
    let response = try (version == "v1" ? VectorFile.v1(name) : VectorFile.v2(name)).response
    if let raw = response.rawBody { return Array(raw.utf8) }
    return try response.body.map { Array(try JSONEncoder().encode($0)) } ?? []
  }

  private static func page(_ page: TaskPage) -> Page<MigrationTask> {
    Page(
      entries: page.tasks.map(plain), unreadable: page.unreadable.count, total: page.total)
  }

  private static func page(
    _ dialect: TaskDialect, _ bytes: [UInt8]
  ) throws -> Page<MigrationTask> {
    let page = try WireForm<WirePage<AnsweredTask>>.tasks(in: dialect).value(in: bytes)
    return Page(
      entries: page.entries.map { plain($0.task) }, unreadable: page.unreadable.count,
      total: page.total)
  }

  // A list of windows or keys with one bad entry was none before; now the others are kept.

  private static func plain(_ task: MigrationTask) -> MigrationTask {
    var task = task
    task.settings.bandwidth = []
    task.source.keys = []
    task.destination.keys = []
    return task
  }

  private static func plain(_ group: TaskGroup) -> TaskGroup {
    var group = group
    group.settings.bandwidth = []
    group.source.keys = []
    group.destination.keys = []
    return group
  }

  private static func plain(_ task: SyncTask) -> SyncTask {
    var task = task
    task.settings.bandwidth = []
    return task
  }
}
