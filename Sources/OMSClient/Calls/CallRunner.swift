import FoundationEssentials
import Migration
import OMSWire

/// Carries a call out: past the gate, to the service, and again where that is safe and of use.
struct CallRunner: Sendable {
  let transport: HTTPTransport

  private var conduct: CallConduct { transport.conduct }
  private var clock: CallClock { conduct.gates.clock }

  /// The answer to `call`.
  ///
  /// - Returns: An answer whose status is one of success.
  /// - Throws: `APIProblem` for everything else, at the transport's deadline at the latest.
  func answer(to call: APICall) async throws(APIProblem) -> HTTPAnswer {
    do throws(CallFailure) {
      return try await transport.limited { deadline throws(CallFailure) in
        try await repeated(call, until: deadline)
      }
    } catch {
      throw error.problem(of: call)
    }
  }

  /// The answer to `call`, whatever its status, asked for one time with these credentials.
  ///
  /// The gate is passed as by every other call, so that pauses are kept and keys are guarded.
  ///
  /// - Throws: `APIProblem` when the call may not be sent now, or when no answer came.
  func answerOnce(
    to call: APICall, with credentials: Credentials
  ) async throws(APIProblem) -> HTTPAnswer {
    do throws(CallFailure) {
      return try await transport.limited { deadline throws(CallFailure) in
        let gate = gate(for: credentials)
        try await gate.enter(by: deadline)
        do throws(CallFailure) {
          let answer = try await transport.attempt(call, with: credentials, at: clock.date())
          await gate.leave(outcome(of: answer))
          return answer
        } catch {
          await gate.leave(.unknown)
          throw error
        }
      }
    } catch {
      throw error.problem
    }
  }

  private func gate(for credentials: Credentials) -> CallGate {
    conduct.gates.gate(
      to: transport.endpoint, with: credentials, refusals: conduct.refusals)
  }

  /// What the gate learns from an answer that nobody judges here.
  private func outcome(of answer: HTTPAnswer) -> CallGate.Outcome {
    if (200..<300).contains(answer.status) { return .accepted }
    return ErrorAnswer(endpoint: transport.endpoint, date: clock.date()).failure(from: answer)
      .outcome(after: .giveUp)
  }

  private func repeated(
    _ call: APICall, until deadline: Duration
  ) async throws(CallFailure) -> HTTPAnswer {
    var credentials = try await transport.currentCredentials()
    var progress = RetryPolicy.Progress(timeLeft: .zero)
    while true {
      let gate = gate(for: credentials)
      try await gate.enter(by: deadline)
      let failure: CallFailure
      let decision: RetryPolicy.Decision
      do throws(CallFailure) {
        let answer = try await attempt(call, with: credentials, correction: gate.correction)
        await gate.leave(.accepted)
        return answer
      } catch {
        failure = error
        progress.timeLeft = deadline - clock.now()
        decision = conduct.policy.decision(
          after: error, call.repeatability, progress, random: conduct.random())
        await gate.leave(error.outcome(after: decision))
      }
      switch decision {
      case .giveUp: throw failure
      case .pause(let pause):
        guard await gate.mayRepeat() else { throw failure }
        try await rest(pause, after: failure)
      case .repair(.clock):
        await gate.correctClock(by: failure.clockDifference ?? .zero)
        progress.repairs.insert(.clock)
      case .repair(.credentials):
        guard let others = try await transport.credentials(insteadOf: credentials) else {
          // There are no others: for the gateway, this was a refusal like any other.
          await gate.count(refusalIsLock: false)
          throw failure
        }
        credentials = others
        progress.repairs.insert(.credentials)
      }
      progress.attempts += 1
    }
  }

  private func attempt(
    _ call: APICall, with credentials: Credentials, correction: Duration
  ) async throws(CallFailure) -> HTTPAnswer {
    let answer = try await transport.attempt(
      call, with: credentials,
      at: clock.date().addingTimeInterval(correction / .seconds(1)))
    guard (200..<300).contains(answer.status) else {
      throw ErrorAnswer(
        endpoint: transport.endpoint, secrets: credentials.secrets + call.secrets,
        date: clock.date(),
        correction: correction
      ).failure(from: answer)
    }
    return answer
  }

  private func rest(
    _ pause: Duration, after failure: CallFailure
  ) async throws(CallFailure) {
    do {
      try await clock.sleep(clock.now() + pause)
    } catch {
      throw .cancelled(transport.endpoint, arrival: failure.arrival)
    }
  }
}

extension CallFailure {
  /// What the gate learns; a refusal that is put right is none.
  fileprivate func outcome(after decision: RetryPolicy.Decision) -> CallGate.Outcome {
    if isThrottling { return .throttled(retryAfter ?? .seconds(2)) }
    if case .repair = decision { return .unknown }
    if let refusal { return .refused(isLocked: refusal == .locked) }
    // The service itself has spoken, so the gateway has let the call pass.
    let isFromService =
      problem.code.map { ServiceCode.number(ofServiceCode: $0) != nil } ?? false
    return isFromService ? .accepted : .unknown
  }
}
