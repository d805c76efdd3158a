import Foundation
import NIOHTTP1
import OMSClient
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Tasks from and to an S3 server that is not rclone's own.
struct MotoTests {
  private static let keys = TransferKeys(source: MotoServer.keys, destination: MotoServer.keys)

  @Test func `what plain rclone brings there and back a task brings too, whatever it is called`()
    async throws
  {
    try await FerryHome.with { home in
      let from = home.directory.appending("from")
      var names = HostileNames(seed: 7)
      // Keys are UTF-8; stores refuse other bytes, this one takes them for a name of its own.
      let files = names.files(120).filter { String(validating: $0, as: UTF8.self) != nil }
      #expect(files.count > 30)
      for (index, name) in files.enumerated() {
        try FileTree.write(Array("\(index)".utf8), to: name, below: from)
      }
      try await MotoServer.with(in: home) { server in
        let (plain, own) = (try await server.bucket("plain"), try await server.bucket("own"))
        let comparison = Comparison(home: home)
        try await comparison.copyPlainly(home.local("from"), plain)
        try await comparison.copyPlainly(plain, home.local("plain"))
        var there = try await comparison.copyByTask(home.local("from"), own)
        let back = try await comparison.copyByTask(own, home.local("own"))
        there.told.formUnion(back.told)
        Comparison.check(
          try FileTree.prints(below: from),
          plain: try FileTree.prints(below: home.directory.appending("plain")),
          own: try FileTree.prints(below: home.directory.appending("own")), there,
          at: ({ $0 }, DifferentialTests.place))
      }
    }
  }

  @Test func `from bucket to bucket a task goes on after a stop and a kill in the middle`()
    async throws
  {
    try await FerryHome.with { home in
      let prints = try home.write(80, files: 400_000, below: "from")
      try await MotoServer.with(in: home) { server in
        let near = try await server.bucket("near")
        let far = try await server.bucket("far")
        let comparison = Comparison(home: home)
        try await comparison.copyPlainly(home.local("from"), near)
        var task = Migration.NewTask(source: near, destination: far, keys: Self.keys)
        task.settings.bandwidth = BandwidthWindow.always(5_242_880)
        let service = ServiceProcess(of: home)
        try await service.begin()
        let id = try await service.client.create(task).id
        _ = try await service.wait("some objects", of: id) { $0.objects.succeeded > 3 }
        try await service.client.stop(id)
        let stopped = try await service.wait("a stop", of: id) { $0.state == .stopped }
        #expect(stopped.objects.succeeded < 80 && stopped.objects.failed == 0)

        try await service.client.start(id, keys: Self.keys, failedOnly: false)
        let before = stopped.objects.succeeded
        _ = try await service.wait("some more", of: id) { $0.objects.succeeded > before + 3 }
        try await service.end(SIGKILL)
        try await service.begin()
        try await service.client.changeBandwidth(of: id, to: [])
        let end = try await service.wait("an end", of: id) { $0.state.isFinished }
        #expect(end.state == .succeeded, "\(String(describing: end.outcome.failure))")
        #expect(end.objects.succeeded + end.objects.skipped == 80, "\(end.objects)")
        try await comparison.copyPlainly(far, home.local("to"))
        #expect(try FileTree.prints(below: home.directory.appending("to")) == prints)
      }
    }
  }

  @Test func `the storage class and the objects' metadata arrive`() async throws {
    try await FerryHome.with { home in
      try await MotoServer.with(in: home) { server in
        _ = try await (server.bucket("near"), server.bucket("far"))
        try await server.put(
          "a.txt", in: "near", ["x-amz-meta-owner": "me", "content-type": "text/markdown"])
        let created = try await home.ferry(
          [
            "create", "--from", "s3://near/?endpoint=\(server.endpoint)", "--to",
            "s3://far/?endpoint=\(server.endpoint)", "--api", "v2", "--storage-class", "infrequent",
            "--metadata",
          ], environment: home.anyKeys)
        try #require(created.status == 0, "\(created.error)")
        let waited = try await home.ferry("wait", created.output.filter(\.isNumber))
        #expect(waited.status == 0, "\(waited.error)")
        let arrived = try await server.head("a.txt", in: "far")
        #expect(arrived["x-amz-storage-class"] == "STANDARD_IA")
        #expect(arrived["x-amz-meta-owner"] == "me")
        #expect(arrived["content-type"] == "text/markdown")
      }
    }
  }

  @Test(arguments: [
    ([], nil), (["--storage-class", "archive"], "GLACIER"),
    (["--storage-class", "source"], "STANDARD_IA"),
  ])
  func `an object keeps the class that it has at its source where that is wanted, and nowhere else`(
    words: [String], storageClass: String?
  ) async throws {
    try await FerryHome.with { home in
      try await MotoServer.with(in: home) { server in
        _ = try await (server.bucket("near"), server.bucket("far"))
        try await server.put("rare.txt", in: "near", ["x-amz-storage-class": "STANDARD_IA"])
        try await server.put("usual.txt", in: "near")
        let created = try await home.ferry(
          [
            "create", "--from", "s3://near/?endpoint=\(server.endpoint)", "--to",
            "s3://far/?endpoint=\(server.endpoint)", "--api", "v2",
          ] + words, environment: home.anyKeys)
        try #require(created.status == 0, "\(created.error)")
        let waited = try await home.ferry("wait", created.output.filter(\.isNumber))
        #expect(waited.status == 0, "\(waited.error)")
        let rare = try await server.head("rare.txt", in: "far")
        #expect(rare["x-amz-storage-class"] == storageClass)
        // What is of the usual class is told without a word about it.
        let usual = try await server.head("usual.txt", in: "far")
        #expect(usual["x-amz-storage-class"] == (words.last == "archive" ? storageClass : nil))
      }
    }
  }

  @Test(arguments: [("no-such", "near", "TRF.0155"), ("near", "no-such", "TRF.0058")])
  func `a bucket that is not there is told as such, and of which side it is`(
    from: String, to: String, code: String
  ) async throws {
    try await FerryHome.with { home in
      try await MotoServer.with(in: home) { server in
        _ = try await server.bucket("near")
        try await server.put("a.txt", in: "near")
        let service = ServiceProcess(of: home)
        try await service.begin()
        let id = try await service.client.create(
          Migration.NewTask(
            source: server.location(from), destination: server.location(to), keys: Self.keys)
        ).id
        let end = try await service.wait("an end", of: id) { $0.state.isFinished }
        #expect(end.state == .failed && end.outcome.failure?.code == code)
      }
    }
  }
}

extension FerryHome {
  /// The keys of stores that trust everybody, for both sides.
  fileprivate var anyKeys: [String: String] {
    let keys = MotoServer.keys
    return [
      "FERRY_SOURCE_AK": keys.accessKey, "FERRY_SOURCE_SK": keys.secretKey.reveal(),
      "FERRY_DESTINATION_AK": keys.accessKey, "FERRY_DESTINATION_SK": keys.secretKey.reveal(),
    ]
  }
}
