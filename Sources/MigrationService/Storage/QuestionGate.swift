import Synchronization

/// Lets so many questions about stores be answered at once; each of them is a process.
final class QuestionGate: Sendable {
  private let most: Int
  private let inside = Mutex(0)

  /// A gate for at most `most` questions at a time.
  init(_ most: Int = 4) {
    self.most = most
  }

  /// Answers a question, or refuses it while as many are being answered as may be.
  ///
  /// - Throws: ``ServiceError/tooManyQuestions``, and what `body` throws.
  func pass<Value>(_ body: () async throws -> Value) async throws -> Value {
    let isFull = inside.withLock { count in
      guard count < most else { return true }
      count += 1
      return false
    }
    guard !isFull else { throw ServiceError.tooManyQuestions }
    defer { inside.withLock { $0 -= 1 } }
    return try await body()
  }
}
