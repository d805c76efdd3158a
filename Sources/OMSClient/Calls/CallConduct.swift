/// How calls behave towards a service that is slow, busy, sick or suspicious.
struct CallConduct: Sendable {
  /// The gates that calls pass through.
  var gates = CallGates.ofProcess
  /// What other programs know of refused keys; `nil` when nothing is kept.
  var refusals: RefusalMemory?
  /// When a call is sent again.
  var policy = RetryPolicy()
  /// Numbers from 0 up to 1, not 1 itself, which spread pauses out.
  var random: @Sendable () -> Double = { .random(in: 0..<1) }
}
