import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import MigrationService

struct LongAnswersTests {
  /// Knows the thread that reads its connection.
  private struct Context: RequestContext {
    var coreContext: CoreRequestContextStorage
    let loop: any EventLoop

    init(source: ApplicationRequestContextSource) {
      coreContext = CoreRequestContextStorage(source: source)
      loop = source.channel.eventLoop
    }
  }

  @Test(arguments: [
    (HTTPRequest.Method.get, "/v1/p/objectstorage/task", true),
    (.get, "/healthz", true), (.get, "/v2/p/tasks", true), (.get, "/v2/p/taskgroups", false),
    (.get, "/local/v1/p/task/1/failed-objects", false),
    (.post, "/v1/p/objectstorage/task", false),
    (.put, "/v1/p/objectstorage/task/1", false),
    (.delete, "/v1/p/objectstorage/task/1", false),
  ])
  func `only what asks for tasks is answered by the thread that reads`(
    method: HTTPRequest.Method, path: String, isReader: Bool
  ) async throws {
    let router = Router(context: Context.self)
    router.add(middleware: LongAnswers())
    router.on("**", method: method) { _, context in "\(context.loop.inEventLoop)" }
    try await Application(router: router, server: .plain).test(.live) { client in
      try await client.execute(uri: path, method: method) { response in
        #expect(String(buffer: response.body) == "\(isReader)")
      }
    }
  }
}
