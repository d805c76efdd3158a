/// Why an event was not handed over to a command or a webhook.
package enum DeliveryTrouble: Error, Equatable, Sendable {
  /// The command did not end well.
  case command(CommandTrouble)
  /// The webhook was not reached.
  case unreached(APIProblem)
  /// The webhook answered with this status, which is none of success.
  case refused(Endpoint, status: Int)
  /// So many events were not handed over, as those before them took too long.
  case crowded(count: Int)
  /// So many events were not handed over, as the watch has ended.
  case ended(count: Int)
}
