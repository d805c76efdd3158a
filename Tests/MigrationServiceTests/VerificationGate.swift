import FoundationEssentials
import Hummingbird
import Synchronization
import SystemPackage

@testable import MigrationService

/// Keeps a store from answering the comparison at the end of a run until it is opened.
final class VerificationGate: RouterMiddleware {
  typealias Context = BasicRequestContext

  private let files: ChildFiles
  private let isOpen = Mutex(false)
  private let isHolding = Mutex(false)

  /// A gate before the first comparison of the run in `directory`.
  init(_ directory: FilePath) {
    files = ChildFiles(directory: directory, purpose: .verify, attempt: 1)
  }

  /// Whether a comparison waits for an answer.
  var isAtIt: Bool { isHolding.withLock { $0 } }

  /// Lets everybody pass.
  func open() { isOpen.withLock { $0 = true } }

  func handle(
    _ request: Request, context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    while FileManager.default.fileExists(atPath: files.output.string), !isOpen.withLock({ $0 }) {
      isHolding.withLock { $0 = true }
      try await Task.sleep(for: .milliseconds(10))
    }
    return try await next(request, context)
  }
}
