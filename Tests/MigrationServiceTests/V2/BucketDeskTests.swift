import FoundationEssentials
import Testing

@testable import Migration

@testable import MigrationService

/// How questions about stores are kept from taking all of a machine.
struct BucketDeskTests {
  private static func question(
    _ file: String, bucket: String = "lab"
  ) throws -> StorageRequest {
    let body = """
      {"cloud_type":"AWS","ak":"AK","sk":"SK","bucket_name":"\(bucket)","data_center":"eu-1",
       "file_name":"\(file)","file_path":"\(file)","page_size":2}
      """
    return try StorageRequest(body: Data(body.utf8), isAboutBucket: true)
  }

  @Test func `more questions than may be answered at once are put off`() async throws {
    let gate = QuestionGate(2)
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    let (begun, begin) = AsyncStream.makeStream(of: Void.self)
    try await withThrowingTaskGroup { group in
      for _ in 0..<2 {
        group.addTask {
          try await gate.pass {
            begin.yield()
            for await _ in ends { return }
          }
        }
      }
      var beginnings = begun.makeAsyncIterator()
      for _ in 0..<2 { await beginnings.next() }
      let refusal = await #expect(throws: ServiceError.self) { try await gate.pass {} }
      #expect(refusal?.status == 429 && refusal?.code == "APIGW.0308")
      end.yield()
      try await group.next()
      try await gate.pass {}
      end.yield()
      try await group.next()
    }
  }

  @Test func `a question that failed leaves its place to the next`() async throws {
    let gate = QuestionGate(1)
    await #expect(throws: CancellationError.self) {
      try await gate.pass { throw CancellationError() }
    }
    try await gate.pass {}
  }

  @Test func `a store that does not answer is waited for so long and no longer`() async throws {
    let desk = BucketDesk(
      FakeListing(isSilent: true), within: .anywhere, patience: .milliseconds(1))
    let refusal = await #expect(throws: ServiceError.self) {
      try await desk.objects(try Self.question(""))
    }
    #expect(refusal?.code == "OMS.1014" && refusal?.message.contains("not answered") == true)
  }

  @Test(arguments: [FakeListing(folders: ["": []], missing: ["gone/"]), .init(missing: ["gone/"])])
  func `a folder that is not there holds nothing, whether or not the bucket may be listed`(
    listing: FakeListing
  ) async throws {
    let desk = BucketDesk(listing, within: .anywhere)
    #expect(try await !desk.hasPrefix(try Self.question("gone/x")))
    #expect(try await desk.objects(try Self.question("gone/")) == ObjectListing(objects: []))
  }

  @Test func `a bucket that is not there is a mistake`() async throws {
    let desk = BucketDesk(FakeListing(missing: ["", "gone/"]), within: .anywhere)
    for file in ["", "gone/"] {
      await #expect(throws: ServiceError.self) { try await desk.hasPrefix(try Self.question(file)) }
    }
  }

  @Test(arguments: [
    "HEC", "HuaweiCloud", "Aliyun", "Tencent", "Qiniu", "QingCloud", "KingsoftCloud", "Baidu",
    "UCloud", "AWS",
  ])
  func `an account's buckets are asked for without a region, which the API has not`(
    provider: String
  ) throws {
    let body = #"{"cloud_type":"\#(provider)","ak":"AK","sk":"SK"}"#
    let question = try StorageRequest(body: Data(body.utf8), isAboutBucket: false)
    let home = try #require(CloudProvider.home(of: provider))
    var place = question.place
    place.region = home
    #expect(CloudProvider.options(for: place, keys: nil) != nil)
    _ = try CheckedLocation(place, as: .source)
  }

  @Test func `only the first of many names are kept, in their order`() {
    var random = SystemRandomNumberGenerator()
    let names = (0..<2000).map { "k\($0)" }.shuffled(using: &random)
    for look in [
      FolderLook(), FolderLook(limit: 7), FolderLook(after: "k5", limit: 1),
      FolderLook(beginning: "k19", limit: 50), FolderLook(beginning: "none"),
    ] {
      var first = FirstEntries(look)
      for name in names { first.take(.init(key: name, size: 1)) }
      let wanted = names.sorted().filter { $0.hasPrefix(look.beginning) && $0 > look.after }
      let listing = first.listing
      #expect(listing.objects.map(\.key) == Array(wanted.prefix(look.limit)))
      #expect(listing.nextMarker == (wanted.count > look.limit ? listing.objects.last?.key : nil))
    }
  }
}
