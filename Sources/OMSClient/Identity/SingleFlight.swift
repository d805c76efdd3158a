import Migration

/// Asks once for however many want the answer at the same time.
///
/// A caller that is cancelled leaves at once, and the others still get the answer; the asking is
/// called off when nobody waits any more.
actor SingleFlight<Value: Sendable> {
  private typealias Answer = Result<Value, APIProblem>

  private var flight: (number: Int, task: Task<Void, Never>)?
  private var waiting: [Int: CheckedContinuation<Answer, Never>] = [:]
  private var lastNumber = 0

  /// The answer of `ask`, or of the one that somebody else's asking brings already.
  ///
  /// - Throws: What `ask` throws, or a problem of kind `APIProblem.Kind.cancelled`.
  func value(
    _ ask: @escaping @Sendable () async throws(APIProblem) -> Value
  ) async throws(APIProblem) -> Value {
    lastNumber += 1
    let number = lastNumber
    let answer = await withTaskCancellationHandler {
      await withCheckedContinuation { join(number, $0, ask) }
    } onCancel: {
      Task { await leave(number) }
    }
    return try answer.get()
  }

  private func join(
    _ number: Int, _ caller: CheckedContinuation<Answer, Never>,
    _ ask: @escaping @Sendable () async throws(APIProblem) -> Value
  ) {
    // One that was cancelled before it came here has had its `leave` already.
    guard !Task.isCancelled else { return caller.resume(returning: .failure(.calledOff)) }
    waiting[number] = caller
    guard flight == nil else { return }
    flight = (
      number,
      Task {
        do throws(APIProblem) {
          land(number, .success(try await ask()))
        } catch {
          land(number, .failure(error))
        }
      }
    )
  }

  private func leave(_ number: Int) {
    waiting.removeValue(forKey: number)?.resume(returning: .failure(.calledOff))
    guard waiting.isEmpty else { return }
    flight?.task.cancel()
    flight = nil
  }

  private func land(_ number: Int, _ answer: Answer) {
    // A flight that everybody left may land when the next one is under way.
    guard flight?.number == number else { return }
    flight = nil
    let callers = waiting.values
    waiting = [:]
    for caller in callers { caller.resume(returning: answer) }
  }
}
