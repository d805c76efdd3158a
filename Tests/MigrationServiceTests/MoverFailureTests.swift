import Testing

@testable import Migration

@testable import MigrationService

/// What a task says that cannot be carried out.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct MoverFailureTests {
  private static let wrong = StorageKeys(accessKey: "reader", secretKey: Secret("not this one"))
  private static let unknown = StorageKeys(accessKey: "nobody", secretKey: Secret("not this one"))

  @Test(arguments: [wrong, unknown])
  func `wrong keys of the source are named`(keys: StorageKeys) async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1]])
      var order = try bench.order()
      order.source.keys = keys
      let result = try await bench.mover().run(order)
      #expect(result.code == "TRF.0151")
      #expect(result.message.contains("source"))
    }
  }

  @Test func `wrong keys of the destination are named`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1]])
      var order = try bench.order()
      order.destination.keys = Self.unknown
      let result = try await bench.mover().run(order)
      #expect(result.code == "TRF.0057")
      #expect(result.message.contains("destination"))
      #expect(try bench.objects().isEmpty)
    }
  }

  @Test func `a source bucket that is gone is named`() async throws {
    try await MoverBench.with { bench in
      var order = try bench.order()
      try order.source.change(as: .source) { $0.bucket = "nowhere" }
      let result = try await bench.mover().run(order)
      #expect(result.code == "TRF.0155")
    }
  }

  @Test func `a destination bucket that is gone fails every object`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "b": [2]])
      var order = try bench.order()
      try order.destination.change(as: .destination) { $0.bucket = "nowhere" }
      let result = try await bench.mover().run(order)
      #expect(result.code == "TRF.0058")
      #expect(result.progress.objects == ObjectCounts(total: 2, failed: 2))
      #expect(try order.failedNames.sorted() == ["a", "b"])
    }
  }

  @Test func `a run is given up when everything fails for the same cause`() async throws {
    try await MoverBench.with { bench in
      let objects = (0..<200).map { ("o\($0)", randomBytes(2000)) }
      try bench.put(Dictionary(uniqueKeysWithValues: objects))
      var order = try bench.order(bandwidth: 20_000)
      try order.destination.change(as: .destination) { $0.bucket = "nowhere" }
      let result = try await bench.mover().run(order)
      #expect(result.code == "TRF.0058")
      #expect(result.progress.objects.failed == result.progress.objects.total)
    }
  }

  @Test(arguments: [["gone"], ["gone/"], ["gone", "lost"]])
  func `a selection without objects is said to be empty`(keys: [String]) async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1]])
      let result = try await bench.mover().run(bench.order(keys: keys))
      #expect(result.code == "TRF.0012")
      #expect(result.progress.objects == ObjectCounts())
    }
  }

  @Test func `an empty bucket is said to be empty`() async throws {
    try await MoverBench.with { bench in
      let result = try await bench.mover().run(bench.order())
      #expect(result.code == "TRF.0012")
    }
  }

  @Test func `a missing one among several objects is counted`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1]])
      let order = try bench.order(keys: ["a", "gone"])
      let result = try await bench.mover().run(order)
      #expect(result.code == "TRF.0156")
      #expect(try order.failedNames == ["gone"])
      #expect(result.progress.objects == ObjectCounts(total: 2, succeeded: 1, failed: 1))
    }
  }

  @Test func `a source that does not answer is named`() async throws {
    try await MoverBench.with { bench in
      var order = try bench.order()
      try order.source.change(as: .source) { $0.region = "http://127.0.0.1:9" }
      let result = try await bench.mover().run(order)
      #expect(result.code == "TRF.0157")
    }
  }

  @Test func `a destination that does not answer is named`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1]])
      var order = try bench.order()
      try order.destination.change(as: .destination) { $0.region = "http://127.0.0.1:9" }
      let result = try await bench.mover().run(order)
      #expect(result.code == "TRF.0061")
    }
  }

  @Test func `a run in which nothing moves is given up`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": randomBytes(3_000_000)])
      let result = try await bench.mover(stall: .seconds(2)).run(bench.order(bandwidth: 1))
      #expect(result.code == "TRF.0003")
    }
  }

  @Test(arguments: ["../up", "a/../../b", "/..", "a//b", "."])
  func `a folder outside of the destination is refused`(folder: String) {
    let location = StorageLocation(provider: "Local", bucket: "/srv", keys: [folder])
    let problem = #expect(throws: LocationProblem.self) {
      try CheckedLocation(location, as: .destination)
    }
    #expect(problem?.part == .key)
    #expect(problem.map(MoverProblem.init)?.code == "TRF.0058")
  }

  @Test(arguments: [
    StorageLocation(provider: "Rclone", bucket: ":s3,secret_access_key=x:b"),
    StorageLocation(provider: "Rclone", bucket: "no colon"),
    StorageLocation(provider: "Local", bucket: "relative/path"),
    StorageLocation(provider: "Local", bucket: "/tmp/../etc"),
    StorageLocation(provider: "S3", region: "file:///etc", bucket: "b"),
    StorageLocation(provider: "S3", region: "http://127.0.0.1:9", bucket: "b/../c"),
    StorageLocation(provider: "HuaweiCloud", region: "x.evil.example/", bucket: "b"),
    StorageLocation(provider: "AWS", region: "eu-west-1", bucket: ""),
    StorageLocation(provider: "URLSource", bucket: "b"),
  ])
  func `a location that could mean something else is refused`(location: StorageLocation) {
    #expect(throws: LocationProblem.self) { try CheckedLocation(location, as: .source) }
  }
}
