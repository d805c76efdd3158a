import Migration

extension HTTPTransport {
  /// Does `work`, and cancels it when the deadline has come.
  ///
  /// - Parameter work: Given the moment of the deadline, by the gates' clock.
  /// - Returns: The answer.
  /// - Throws: ``CallFailure`` of the work; of kind `APIProblem.Kind.unreachable` when it was
  ///   cancelled because it took too long.
  func limited(
    _ work: @escaping @Sendable (_ end: Duration) async throws(CallFailure) -> HTTPAnswer
  ) async throws(CallFailure) -> HTTPAnswer {
    let clock = conduct.gates.clock
    let end = clock.now() + deadline
    var result = Result<HTTPAnswer, CallFailure>.failure(.cancelled(endpoint, arrival: .never))
    var isOver = false
    var isLate = false
    await withTaskGroup(of: Result<HTTPAnswer, CallFailure>?.self) { group in
      group.addTask {
        do throws(CallFailure) { return .success(try await work(end)) } catch {
          return .failure(error)
        }
      }
      group.addTask {
        try? await clock.sleep(end)
        return nil
      }
      for await ended in group {
        if let ended {
          result = ended
          isOver = true
        } else if !isOver {
          isLate = !Task.isCancelled
        }
        group.cancelAll()
      }
    }
    do {
      return try result.get()
    } catch {
      guard isLate, error.problem.kind == .cancelled else { throw error }
      throw .late(endpoint, deadline, arrival: error.arrival)
    }
  }

  /// The credentials to use now.
  func currentCredentials() async throws(CallFailure) -> Credentials {
    do {
      return try await credentials.current()
    } catch {
      throw CallFailure(problem: error, arrival: .never)
    }
  }

  /// Credentials instead of ones that were refused, or `nil` when there are none.
  func credentials(insteadOf refused: Credentials) async throws(CallFailure) -> Credentials? {
    do {
      return try await credentials.renewed(after: refused)
    } catch {
      throw CallFailure(problem: error, arrival: .answered)
    }
  }
}
