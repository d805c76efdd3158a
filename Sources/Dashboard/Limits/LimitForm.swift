package import Migration

/// The speed limits of tasks while somebody types new ones.
package struct LimitForm: Equatable, Sendable {
  /// The tasks, by id.
  package let targets: [TaskTarget]
  /// How they were chosen; `nil` when by their marks, or pointed at without.
  let choice: Prompt.Choice?
  /// The limits that all of them had when it was opened; `nil` when they had not the same.
  let present: [BandwidthWindow]?
  /// What is typed.
  package internal(set) var line: LineEditor

  /// A form for `targets`, which are `tasks`, with the limits that they have.
  init(targets: [TaskTarget], choice: Prompt.Choice?, tasks: [MigrationTask]) {
    self.targets = targets
    self.choice = choice
    let all = Set(tasks.map(\.settings.bandwidth))
    present = all.count == 1 ? all.first : nil
    line = LineEditor(present?.map(\.text).joined(separator: " ") ?? "")
  }

  /// The limits that were typed, none for an empty line, or why these are no limits.
  var windows: Result<[BandwidthWindow], LimitFault> {
    Result { () throws(LimitFault) in try BandwidthWindow.read(line.text) }
  }
}
