import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
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

    init(_ code: String, more: String = "", region: String? = nil) {
      body = Array("<?xml version=\"1.0\"?><Error><Code>\(code)</Code>\(more)</Error>".utf8)
      self.region = region
    }

    func handle(
      _ request: Request, context: Context,
      next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
      if let region, request.headers[.authorization]?.contains("/\(region)/") ?? false {
        return try await next(request, context)
      }
      return Response(
        status: status, headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
  }

  /// Runs a task from such a store to a directory, and looks at how it has gone.
  private static func run(
    _ refusal: Refusal, _ look: @escaping @Sendable (MoveResult, _ hasStarted: Bool) -> Void
  ) async throws {
    try await MoverBench.with { bench in
      try await FolderStore(["a": [1]], behind: refusal).serve { source in
        var order = try bench.localOrder("run", destination: "copy")
        order.source = source
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
}
