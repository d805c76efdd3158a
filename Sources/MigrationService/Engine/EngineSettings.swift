/// The limits of the engine.
package struct EngineSettings: Equatable, Sendable {
  /// How many tasks may run at the same time, at least 1.
  package var maxRunning: Int
  /// How many tasks a project may create in 24 hours.
  package var creationsPerDay: Int
  /// How many tasks of a project may wait.
  package var waitingTasks: Int
  /// How long a task may wait before it fails.
  package var waitingTime: Duration
  /// The clocks by which bandwidth windows begin and end.
  package var zone: ServiceZone
  /// Whether ends can be told, as there is a webhook.
  var tells = false

  /// Settings; without arguments those for local use, which are wider than OMS's own.
  package init(
    maxRunning: Int = 5, creationsPerDay: Int = 100_000, waitingTasks: Int = 1_000_000,
    waitingTime: Duration = .seconds(30 * 24 * 3600), zone: ServiceZone = .machine
  ) {
    self.maxRunning = maxRunning
    self.creationsPerDay = creationsPerDay
    self.waitingTasks = waitingTasks
    self.waitingTime = waitingTime
    self.zone = zone
  }
}
