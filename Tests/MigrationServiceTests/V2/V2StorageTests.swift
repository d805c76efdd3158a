import HTTPTypes
import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// Questions about providers, regions and buckets.
struct V2StorageTests {
  private static let listing = FakeListing(
    folders: [
      "": [.init(key: "a", size: 1), .init(key: "b/", size: nil), .init(key: "c", size: 30)],
      "b/": [.init(key: "b/x", size: 4)], "empty/": [],
    ],
    lists: [
      "good.txt": "http://a.test/1\tone\r\n\nhttps://b.test/2?sig=x\tdir/two", "empty.txt": "\n",
      "bad.txt": "http://a.test/1\tone\nftp://a.test/2?sig=SIGNATURE\ttwo\n",
    ], accounts: ["AK": ["lab", "lab-tmp"]])

  private static func with(
    bounds: Bounds = .anywhere,
    _ body: @escaping @Sendable (ServiceHarness) async throws -> Void
  ) async throws {
    try await ServiceHarness.with(listing: listing, bounds: bounds, body)
  }

  private static func ask(
    _ service: ServiceHarness, _ path: String, _ members: String
  ) async throws -> Answer {
    try await service.v2(.post, "objectstorage/buckets\(path)", body: "{\(members)}")
  }

  private static let bucket =
    #""cloud_type":"AWS","ak":"AK","sk":"SK","bucket_name":"lab","data_center":"eu-1""#

  @Test(arguments: [("src", "Azure"), ("dst", "HuaweiCloud"), ("src", "Local")])
  func `providers are told for each side`(side: String, provider: String) async throws {
    try await Self.with { service in
      let answer = try await service.v2(.get, "objectstorage/cloud-type?type=\(side)")
      #expect(answer.value.elements.contains(.text(provider)), "\(answer)")
      let none = try await service.v2(.get, "objectstorage/cloud-type")
      #expect(none.code == "OMS.0064")
    }
  }

  @Test func `regions are told for each provider`() async throws {
    try await Self.with { service in
      let regions = try await service.v2(.get, "objectstorage/data-center").value.elements
      #expect(regions.count == ServedProviders.destinations.count)
      let own = regions.first { $0["service_name"] == .text("HuaweiCloud") }
      #expect(own?["region_list"]?.elements.contains { $0["value"] == .text("cn-north-4") } == true)
    }
  }

  @Test func `buckets are those of the account that the keys open`() async throws {
    try await Self.with { service in
      let answer = try await Self.ask(service, "", #""cloud_type":"AWS","ak":"AK","sk":"SK""#)
      #expect(answer.value == .list([.text("lab"), .text("lab-tmp")]))
      let other = try await Self.ask(service, "", #""cloud_type":"AWS","ak":"NO","sk":"SECRET""#)
      #expect(other.status == 400 && other.code == "OMS.1014", "\(other)")
      #expect(!other.text.contains("SECRET"))
    }
  }

  @Test func `a folder is told page by page`() async throws {
    try await Self.with { service in
      func page(_ folder: String, after marker: String = "", _ size: Int) async throws -> Answer {
        try await Self.ask(
          service, "/objects",
          Self.bucket + #","file_path":"\#(folder)","behind_filename":"\#(marker)","#
            + #""page_size":\#(size)"#)
      }
      let first = try await page("", 2).json
      #expect(first["records"]?.elements.map { $0["name"]?.string } == ["a", "b/"])
      #expect(first["records"]?.elements.map { $0["size"]?.string } == ["1", "--"])
      #expect(first["next_page"] == .bool(true) && first["next_marker"] == .text("b/"))
      let second = try await page("", after: "b/", 2).json
      #expect(second["records"]?.elements.map { $0["name"]?.string } == ["c"])
      #expect(second["next_page"] == .bool(false))
      #expect(try await page("b/", 1).json["records"]?.elements.count == 1)
      #expect(try await page("empty/", 1).json["records"]?.elements.isEmpty == true)
      let missing = try await page("gone/", 1)
      #expect(missing.code == "OMS.1014")
      #expect(missing.json["error_msg"]?.string?.hasSuffix("no right.") == true, "\(missing)")
    }
  }

  @Test(arguments: [
    ("a", true), ("b/", true), ("b/x", true), ("b/y", false), ("d", false), ("", true),
  ])
  func `a prefix exists when something begins with it`(prefix: String, exists: Bool) async throws {
    try await Self.with { service in
      let answer = try await Self.ask(
        service, "/prefix", Self.bucket + #","file_name":"\#(prefix)""#)
      #expect(answer.json["exist"] == .bool(exists), "\(answer)")
    }
  }

  @Test(arguments: [
    ("", #""ak":"a""#, "OMS.1004"), ("", #""cloud_type":"Foo""#, "OMS.0064"),
    ("", #""cloud_type":"S3","ak":"a","sk":"s""#, "OMS.1004"),
    ("/prefix", #""cloud_type":"Aliyun","ak":"a","sk":"s","bucket_name":"b""#, "OMS.1004"),
    ("", #""cloud_type":"Local""#, "OMS.0001"), ("", #""cloud_type":"AWS","ak":"AK""#, "OMS.1004"),
    ("/objects", bucket, "OMS.1004"), ("/objects", bucket + #","file_path":"x""#, "OMS.0064"),
    ("/objects", bucket + #","file_path":"","page_size":0"#, "OMS.0064"),
    ("/objects", bucket + #","file_path":"","page_size":"1""#, "OMS.1002"),
    ("/prefix", bucket, "OMS.1004"),
    ("/prefix", #""cloud_type":"Local","bucket_name":"/srv","file_name":"../x""#, "OMS.0064"),
  ])
  func `a question that cannot be meant is refused`(
    path: String, members: String, code: String
  ) async throws {
    try await Self.with { service in
      let answer = try await Self.ask(service, path, members)
      #expect(answer.status == 400 && answer.code == code, "\(answer)")
    }
  }

  @Test func `callers from elsewhere look into their own places alone`() async throws {
    try await Self.with(bounds: Bounds(roots: ["/srv/own"])) { service in
      for (bucket, code) in [("/etc", "OMS.0057"), ("/srv/own", nil)] as [(String, String?)] {
        let answer = try await Self.ask(
          service, "/prefix", #""cloud_type":"Local","bucket_name":"\#(bucket)","file_name":"a""#)
        #expect(answer.code == code, "\(answer)")
      }
    }
  }

  @Test(
    arguments: [
      (HTTPRequest.Method.post, "objectstorage/buckets/regions", "its provider"),
      (.post, "objectstorage/buckets/cdn-info", "source_cdn"),
    ]
      + V2SyncRoutes.operations.map { method, path in
        (method, "sync-tasks/\(path)".replacing(":sync", with: "1"), "synchronisation")
      })
  func `what has no meaning on one machine is refused by name`(
    method: HTTPRequest.Method, path: String, word: String
  ) async throws {
    try await Self.with { service in
      let path = path.hasSuffix("/") ? String(path.dropLast()) : path
      let answer = try await service.v2(method, path, body: method == .post ? "{}" : nil)
      #expect(answer.status == 501 && answer.code == "OMS.1008", "\(answer)")
      #expect(answer.json["error_msg"]?.string?.contains(word) == true, "\(answer)")
    }
  }

  @Test(
    arguments: [
      ("good.txt", "cn-north-4", 200, ""), ("good.txt", "https://s3.test", 200, ""),
      ("bad.txt", "cn-north-4", 400, "line 2"), ("empty.txt", "cn-north-4", 400, "empty"),
      ("gone.txt", "cn-north-4", 400, "no such object"), ("", "cn-north-4", 400, "list_file_key"),
      ("good.txt", "", 400, "region"), ("good.txt", "us-east-1", 501, "OBS"),
    ] as [(String, String, Int, String)])
  func `a list of addresses is looked at line by line`(
    key: String, region: String, status: Int, word: String
  ) async throws {
    try await Self.with { service in
      let members =
        #""obs_bucket":"lab","list_file_key":"\#(key)","region":"\#(region)","ak":"AK","sk":"SK""#
      let answer = try await Self.ask(service, "/url-source-list-file", members)
      #expect(answer.status == status && answer.text.isEmpty == (status == 200), "\(answer)")
      #expect(answer.text.contains(word) && !answer.text.contains("SIGNATURE"), "\(answer)")
    }
  }

  @Test func `there is nothing to agree to`() async throws {
    try await Self.with { service in
      let answer = try await service.v2(.post, "privacy-agreements")
      #expect(answer.status == 200 && answer.text.isEmpty)
    }
  }
}
