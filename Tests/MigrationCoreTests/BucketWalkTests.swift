import Testing

@testable import Migration
@testable import MigrationCore

struct BucketWalkTests {
  private static let contents: [String: Int64] = [
    "top": 1, "a/one": 10, "a/two": 20, "a/b/three": 300, "a/bc": 4000, "z/y/x/deep": 50_000,
  ]

  private func task(_ keys: [String], _ kind: TaskKind) -> NewTask {
    NewTask(
      kind: kind, source: StorageLocation(provider: "AWS", region: "r", bucket: "b", keys: keys),
      destination: StorageLocation(bucket: "c"), keys: TransferKeys())
  }

  private func walk(_ storage: FakeStorage) -> BucketWalk {
    BucketWalk(
      storage, bucket: StorageLocation(provider: "AWS", region: "r", bucket: "b"),
      access: StorageAccess(provider: "AWS", keys: nil))
  }

  @Test(
    arguments: [
      ([], TaskKind.object, 6, 54_331, []), ([""], .prefix, 6, 54_331, []),
      (["/"], .object, 6, 54_331, []), (["a/"], .object, 4, 4330, []),
      (["a/b"], .prefix, 2, 4300, []), (["a/", "a/b/", "a/one"], .object, 4, 4330, []),
      (["top", "a/two", "gone", "a/gone"], .object, 2, 21, ["a/gone", "gone"]),
      (["z/y/x/deep"], .object, 1, 50_000, []), (["a"], .object, 0, 0, ["a"]),
      (["z"], .prefix, 1, 50_000, []), (["none/"], .object, 0, 0, []),
    ] as [([String], TaskKind, Int64, Int64, [String])])
  func `what is meant is counted, each object once`(
    keys: [String], kind: TaskKind, objects: Int64, bytes: Int64, missing: [String]
  ) async throws {
    for listsItself in [false, true] {
      let storage = FakeStorage(Self.contents, listsItself: listsItself)
      let tally = try await walk(storage).count(task(keys, kind)) { _ in }
      #expect(tally.objects == objects)
      #expect(tally.bytes.rawValue == bytes)
      #expect(tally.missing.sorted() == missing)
    }
  }

  @Test func `another form of the same letters is another key`() async throws {
    let storage = FakeStorage(["cafe\u{301}.jpg": 1])
    let tally = try await walk(storage).count(task(["caf\u{E9}.jpg"], .object)) { _ in }
    #expect(tally.objects == 0)
    #expect(tally.missing.count == 1)
  }

  @Test func `only the folders that matter are listed`() async throws {
    let storage = FakeStorage(Self.contents)
    _ = try await walk(storage).count(task(["a/one", "a/two", "top"], .object)) { _ in }
    #expect(storage.folders == ["", "a/"])
  }

  @Test func `a long folder is read page by page, with the sums so far`() async throws {
    let many = Dictionary(uniqueKeysWithValues: (0..<250).map { ("f/\($0)", Int64(1)) })
    let storage = FakeStorage(many)
    var sums: [Int64] = []
    let tally = try await walk(storage).count(task(["f/"], .object)) { sums.append($0.objects) }
    #expect(tally.objects == 250)
    #expect(sums == [100, 200, 250])
    #expect(try await walk(storage).folder("f/").count == 250)
  }

  @Test func `a service whose pages go round in circles is not followed for ever`() async {
    let storage = FakeStorage(Self.contents, goesInCircles: true)
    await #expect(throws: APIProblem.self) {
      try await walk(storage).count(task([], .object)) { _ in }
    }
  }

  @Test func `a refusal is what it is`() async {
    let refusal = APIProblem(.refused(.bucketUnreadable), kind: .invalid, code: "OMS.0152")
    await #expect(throws: refusal) {
      try await walk(FakeStorage(problem: refusal)).count(task([], .object)) { _ in }
    }
  }
}

struct StorageCheckTests {
  private static let keys = StorageKeys(accessKey: "A", secretKey: Secret("S"))

  private func check(_ storage: FakeStorage, keys: StorageKeys? = Self.keys) async throws {
    let task = NewTask(
      source: StorageLocation(provider: "AWS", region: "r", bucket: "b"),
      destination: StorageLocation(bucket: "c"), keys: TransferKeys(source: keys))
    try await storage.check(sourceOf: task)
  }

  @Test func `a bucket in the region that was given passes`() async throws {
    try await check(FakeStorage())
  }

  @Test func `a bucket that is elsewhere, or in a region that is not served, does not`() async {
    let other = BucketRegion(region: StorageRegion(id: "eu-2", name: ""), isSupported: true)
    let problem = await #expect(throws: APIProblem.self) {
      try await check(FakeStorage(region: other))
    }
    #expect(problem?.fact == .unfit(.otherRegion(bucket: "b", region: "eu-2")))
    let unserved = BucketRegion(region: StorageRegion(id: "r", name: ""), isSupported: false)
    let second = await #expect(throws: APIProblem.self) {
      try await check(FakeStorage(region: unserved))
    }
    #expect(second?.code == "OMS.0079")
  }

  @Test func `what cannot be asked is left unchecked`() async throws {
    let other = BucketRegion(region: StorageRegion(id: "eu-2", name: ""), isSupported: true)
    try await check(FakeStorage(region: other), keys: nil)
    var temporary = Self.keys
    temporary.securityToken = Secret("T")
    try await check(FakeStorage(region: other), keys: temporary)
    let unknown = APIProblem(
      .refused(.nothingAtAddress), kind: .invalid, code: "APIGW.0101", status: 404)
    try await check(FakeStorage(problem: unknown))
  }
}
