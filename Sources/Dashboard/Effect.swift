package import FoundationEssentials
package import Migration

/// Something to be done outside, as a value that a test can compare.
package enum Effect: Equatable, Sendable {
  /// Ask the service for the tasks now.
  case refresh
  /// Ask the service every `interval`, or not at all while it is `nil`.
  case poll(every: Duration?)
  /// Read these tasks again for a prompt, and for a start find the keys of their stores that nobody
  /// has to be asked for; answered by ``Event/targetsRead(_:keys:request:)``.
  case read([TaskID], findsKeys: Bool = false, request: Int)
  /// Carry out what was agreed to, a start with these keys of each task; answered by
  /// ``Event/actionStep(_:_:request:)`` and one ``Event/actionEnded(_:at:request:)`` a task.
  case act(Consent<TaskAction>, keys: [TaskID: TransferKeys] = [:], request: Int)
  /// Find the keys for the stores of a new task that nobody has to be asked for; answered by
  /// ``Event/keysFound(_:request:)``.
  case findKeys(of: NewTask, request: Int)
  /// Make a task that was agreed to; answered by ``Event/created(_:request:)``.
  case create(NewTask, request: Int)
  /// Do the work of ``TaskTable/arranger``, unless another is asked for before it is done; answered by
  /// ``Event/arranged(_:request:)``.
  case arrange(request: Int)
  /// Write the tasks that the table shows, in its order, to the file of this name; answered by
  /// ``Event/exported(_:to:request:)``.
  case export(ExportFormat, to: String, request: Int)
  /// Ask something about a task; answered by ``Event/told(_:request:)``.
  case ask(TaskQuestion, about: TaskID, request: Int)
  /// Find out what was seen to happen to tasks since a date, beside what two looks show; answered by
  /// ``Event/recalled(_:request:)``.
  case recall(since: Date, unseen: [UnseenEvent], request: Int)
  /// Find out which profiles there are; answered by ``Event/profilesRead(_:)``.
  case readProfiles
  /// Find the service of a profile, as it is configured now; answered by
  /// ``Event/opened(_:warnings:request:)`` or ``Event/notOpened(_:request:)``.
  case open(profile: String, request: Int)
  /// Keep what was seen last of the session in view, which is left.
  case keepLook(LastLook)
  /// Go over to the service that was opened by the request with this number, and ask nothing more of the
  /// one before.
  case enter(generation: Int)
  /// Give up an action, a reading, a question, an export or an opening that is under way; what was sent already is not undone.
  case cancel(request: Int)
  /// Send one ``Event/tick(_:)`` at this time, which counts from the opening of the dashboard, in place
  /// of the one that was asked for before; none while it is `nil`.
  case wake(at: Duration?)
  /// Put a text into the clipboard of the user's terminal (OSC 52).
  case copy(String)
  /// Answer with ``Event/shown(request:)`` once the picture of the state as it is now is before the
  /// user's eyes; keys that come before that answer cannot have been meant for the prompt.
  case reportShown(request: Int)
  /// Send the whole screen anew.
  case repaint
  /// Stop as a job of the shell, as ^Z asks.
  case suspend
  /// Leave the program.
  case quit
}
