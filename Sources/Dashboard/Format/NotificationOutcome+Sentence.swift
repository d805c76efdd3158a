package import Migration
package import Words

extension NotificationOutcome {
  /// What became of the message about a task's end, and where it went.
  package func sentence(in tongue: any Tongue) -> String {
    let fate =
      trouble.map { tongue.words(.notDelivered("\(tongue.words($0)) [\(errorCode)]")) }
      ?? tongue.words(Detail.delivered)
    return "\(fate) (\(topic))"
  }
}
