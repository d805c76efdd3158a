package import Migration

/// What a command says while it works, and asks for.
package enum CommandTalk: Sendable {
  /// A list of keys names some again.
  case keysAgain(list: String, count: Int)
  /// A demo begins.
  case demoBegins
  /// The doctor asks the local service.
  case askingLocalService
  /// The doctor checks this at a service.
  case checking(String, at: String)
  /// So much of a source is counted.
  case counting(objects: String, bytes: String)
  /// So many objects of a comparison agree so far, and so many do not.
  case comparing(same: String, differing: String)
  /// What a comparison has come to, with how many objects of each kind.
  case compared(ComparisonTally)
  /// What is different is moved again, by this task.
  case repairing(task: String, objects: String)
  /// So many tasks of a wait are over, so much is done, and so fast goes the rest.
  case waiting(over: Int, of: Int, share: String?, speed: String)
}
