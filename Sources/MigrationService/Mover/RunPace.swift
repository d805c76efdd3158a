/// How often a run is looked at, and how long it is waited for.
package struct RunPace: Sendable {
  /// Between two looks at whether the children live.
  package var tick: Duration
  /// Between two reports.
  package var report: Duration
  /// How long nothing may move before a run is given up; longer than rclone waits for an answer.
  package var stall: Duration
  /// How long a child may take to end in good order before it is killed; giving up an upload takes
  /// several answers of a store that may be far away.
  package var grace: Duration
  /// How long a service that ends waits for its children.
  package var haltGrace: Duration
  /// How long a store has to say whether it takes the keys, before a run begins all the same.
  package var greeting: Duration

  /// A pace; without arguments the usual one.
  package init(
    tick: Duration = .milliseconds(50), report: Duration = .seconds(1),
    stall: Duration = .seconds(360), grace: Duration = .seconds(20),
    haltGrace: Duration = .seconds(5), greeting: Duration = .seconds(5)
  ) {
    self.tick = tick
    self.report = report
    self.stall = stall
    self.grace = grace
    self.haltGrace = haltGrace
    self.greeting = greeting
  }
}
