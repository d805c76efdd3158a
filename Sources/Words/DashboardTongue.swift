package import Migration

/// What a language needs for the keys and commands of the dashboard.
package protocol CommandNameTongue: Sendable {
  /// What a command does, as short as the help has it.
  func words(_ name: CommandName) -> String
  /// The same in a word or two, for the last line of the screen; `nil` where it never stands there.
  func hint(_ name: CommandName) -> String?
  /// How to do in a shell what the screen has no part for.
  func words(_ elsewhere: Elsewhere) -> String
  /// Why a line is no command.
  func words(_ fault: CommandLineFault) -> String
}

/// What a language needs for the screen of the dashboard.
package protocol DashboardTongue: CommandNameTongue {
  /// What is always the same.
  func words(_ word: ScreenWord) -> String
  /// What there is to say about something.
  func words(_ talk: ScreenTalk) -> String
  /// An action as a title.
  func title(_ action: TaskAction) -> String
  /// What an action does and what of it cannot be undone, one sentence each.
  func consequences(of action: TaskAction) -> [String]
  /// What a key is called that is typed.
  func words(_ field: KeyField, isShort: Bool) -> String
  /// What tasks are sorted by.
  func words(_ key: TaskOrder.Key) -> String
  /// What Enter does on a line that stands for several tasks.
  var unfolds: String { get }
  /// That the size of a source is not known yet.
  var scanning: String { get }
  /// That so many objects of a task have not arrived, and what to do.
  func words(failedObjects count: Int64) -> String
  /// That a task has failed and nobody says why, and what to do.
  var failedSilently: String { get }
  /// What stands between a part and the whole.
  var of: String { get }
  /// When everything will be done, as a clock shows it, and how long that is from now.
  func words(doneAt clock: String, in time: String) -> String
  /// A day of the week, from 0 for Sunday to 6.
  func words(weekday: Int) -> String
  /// For how long nothing has moved; just that nothing moves where there is no room for it.
  func words(stalledFor time: String?) -> String
  /// What a graph shows: the last so much time, and the highest speed in it.
  func words(graphOf time: String, peak: String) -> String
  /// A speed limit that holds until the clock shows this time.
  func words(limit: String, until clock: String) -> String
  /// That a key is about one task, and the line stands for several.
  var severalTasks: String { get }
  /// That something was sent to the clipboard of the terminal, or handed to the program that stands
  /// before it, which may keep it.
  func words(copied text: CopiedText, through multiplexer: String?) -> String
}

extension Tongue {
  /// Why a task has failed, and what to do, as short as can be.
  package func whyFailed(_ task: MigrationTask) -> String {
    guard let failure = task.outcome.failure else {
      let failed = task.objects.failed
      return failed > 0 ? words(failedObjects: failed) : failedSilently
    }
    return advice(on: failure) ?? "\(failure.code) \(failure.message)"
  }
}
