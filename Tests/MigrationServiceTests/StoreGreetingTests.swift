import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// What stores say before anything is started.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct StoreGreetingTests {
  /// Answers everything with an error, unless its signature is for this region.
  private struct Refusal: RouterMiddleware {
    typealias Context = BasicRequestContext

    var status = HTTPResponse.Status.forbidden
    var body: [UInt8]
    var headers: HTTPFields = [:]
    var region: String?
    /// Lets in who signs with this token, whatever the region.
    var token: String?

    init(_ code: String, more: String = "", region: String? = nil) {
      body = Array("<?xml version=\"1.0\"?><Error><Code>\(code)</Code>\(more)</Error>".utf8)
      self.region = region
    }

    func handle(
      _ request: Request, context: Context,
      next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
      if let token, request.headers[.token] == token,
        request.headers[.authorization]?.contains("x-amz-security-token") ?? false
      {
        return try await next(request, context)
      }
      if let region, request.headers[.authorization]?.contains("/\(region)/") ?? false {
        return try await next(request, context)
      }
      return Response(
        status: status, headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
  }

  /// Takes every request and never answers.
  private struct Silence: RouterMiddleware {
    typealias Context = BasicRequestContext

    let arrival: AsyncStream<Void>.Continuation

    func handle(
      _ request: Request, context: Context,
      next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
      arrival.yield()
      try await Task.sleep(for: .seconds(86_400))
      return try await next(request, context)
    }
  }

  /// Runs a task from such a store to a directory, and looks at how it has gone.
  private static func run(
    _ refusal: Refusal, token: Secret? = nil,
    _ look: @escaping @Sendable (MoveResult, _ hasStarted: Bool) -> Void
  ) async throws {
    try await MoverBench.with { bench in
      try await FolderStore(["a": [1]], behind: refusal).serve { source in
        var order = try bench.localOrder("run", destination: "copy")
        order.source = source
        order.source.keys?.securityToken = token
        let result = try await bench.mover().run(order)
        look(result, ChildFiles.latest(.copy, in: order.directory) != nil)
      }
    }
  }

  @Test(arguments: [
    ("InvalidAccessKeyId", "TRF.0151"), ("RequestTimeTooSkewed", "TRF.0151"),
    ("UserDisable", "TRF.0053"), ("SecondLevelDomainForbidden", "TRF.0155"),
  ])
  func `what nothing can be moved with is told before anything is started`(
    code: String, ours: String
  ) async throws {
    try await Self.run(Refusal(code)) { result, hasStarted in
      #expect(result.code == ours)
      #expect(result.message.contains("(\(code))"))
      #expect(!hasStarted)
    }
  }

  @Test func `an answer that came compressed is read`() async throws {
    var refusal = Refusal("")
    refusal.headers[.contentEncoding] = "gzip"
    // InvalidAccessKeyId
    let text =
      "H4sIAAAAAAACA7Oxr8jNUShLLSrOzM+zVTLUM1Cyt7NxLSrKL7Kzcc5PSbXzzCtLzMlMcUxOTi0u9k6t9Eyx0QdL2Oh"
      + "DlAEAsawg60MAAAA="
    refusal.body = Array(try #require(Data(base64Encoded: text)))
    try await Self.run(refusal) { result, _ in
      #expect(result.message == "The keys for the source are not valid (InvalidAccessKeyId).")
    }
  }

  @Test(arguments: [true, false])
  func `a store that says nothing keeps nobody from ending a run`(byStop: Bool) async throws {
    try await MoverBench.with { bench in
      let (asked, arrival) = AsyncStream<Void>.makeStream()
      try await FolderStore(["a": [1]], behind: Silence(arrival: arrival)).serve { source in
        let order = try bench.localOrder("run", from: source, destination: "copy")
        let mover = RcloneMover(
          program: bench.program, pace: RunPace(greeting: .seconds(86_400)))
        let (commands, mailbox) = RunCommands.makeStream()
        let run = Task { try await mover.run(order, commands: commands) { _ in } }
        for await _ in asked { break }
        if byStop {
          mailbox.yield(.stop)
          #expect(try await run.value.end == .stopped)
        } else {
          await mover.halt()
          await #expect(throws: CancellationError.self) { try await run.value }
        }
      }
    }
  }

  @Test func `a right that only the question needs is left to the run to find out`() async throws {
    try await Self.run(Refusal("AccessDenied")) { result, hasStarted in
      #expect(result.code == "TRF.0152")
      #expect(hasStarted)
    }
  }

  @Test func `a store that names its region is spoken to by that`() async throws {
    let refusal = Refusal(
      "AuthorizationHeaderMalformed", more: "<Region>garage</Region>", region: "garage")
    try await Self.run(refusal) { result, _ in #expect(result.end == .succeeded) }
  }

  @Test func `temporary keys come with their token`() async throws {
    var refusal = Refusal("InvalidAccessKeyId")
    refusal.token = "t0ken"
    try await Self.run(refusal, token: Secret("t0ken")) { result, _ in
      #expect(result.end == .succeeded)
      #expect(result.auditRefusal == nil)
    }
  }

  @Test func `a run that a later process takes up knows the region too`() async throws {
    let refusal = Refusal(
      "AuthorizationHeaderMalformed", more: "<Region>garage</Region>", region: "garage")
    try await MoverBench.with { bench in
      try await FolderStore(["a": [1], "b": [2]], behind: refusal).serve { source in
        var order = try bench.localOrder("run", destination: "copy")
        order.source = source
        // An earlier process was ended before it had got anywhere.
        for purpose in [ChildFiles.Purpose.copy, .scan] {
          let files = ChildFiles(directory: order.directory, purpose: purpose, attempt: 1)
          try FileManager.default.createDirectory(
            atPath: order.directory.string, withIntermediateDirectories: true)
          try Data().write(to: URL(filePath: files.output.string))
        }
        let result = try await bench.mover().run(order)
        #expect(result.end == .succeeded)
        #expect(try bench.objects(in: "copy") == ["a": [1], "b": [2]])
      }
    }
  }
}

extension HTTPField.Name {
  fileprivate static var token: Self {
    guard let name = Self("x-amz-security-token") else { preconditionFailure("a header's name") }
    return name
  }
}
