import MigrationCore

extension V2Service {
  /// Deletions that are kept waiting.
  struct Holding {
    /// How many pass before the first that has to wait; `nil` lets all pass.
    var passing: Int?
    /// What lets those go on that wait.
    var gates: [Switch] = []
  }

  /// How many deletions wait.
  var heldDeletions: Int { holding.gates.count }

  /// Answers so many deletions more, and then no other.
  func holdDeletions(after count: Int) { holding.passing = count }

  /// Carries all out that wait, and those that come.
  func releaseDeletions() {
    for gate in holding.gates { gate.turnOff() }
    holding = Holding()
  }

  /// Waits as long as a request has to.
  func admit(_ order: Order) async {
    guard order.method == "DELETE", let passing = holding.passing else { return }
    guard passing == 0 else { return holding.passing = passing - 1 }
    let gate = Switch()
    holding.gates.append(gate)
    await gate.waitUntilOff()
  }
}
