/// What of a task is put into the clipboard.
package enum CopiedText: CaseIterable, Sendable {
  /// Its id.
  case id
  /// All of it, as JSON.
  case task
}
