/// One line of rclone's log that says something about the run.
enum RcloneLogLine: Equatable {
  /// An object has arrived.
  case copied(name: String, size: Int64?)
  /// An object has not.
  case failed(name: String, message: String)
  /// Something other than a single object went wrong: a root or a folder cannot be read.
  case trouble(message: String)
  /// rclone's last words, which repeat one of its errors.
  case summary(message: String)

  /// Reads a line; `nil` when it says nothing of interest.
  ///
  /// A line that is no JSON is what a program says that cannot even begin, such as rclone's panics.
  init?(_ line: ArraySlice<UInt8>) {
    guard let record = RcloneLogRecord(line) else {
      let text = String(decoding: line.prefix(500), as: UTF8.self)
      guard text.contains(where: { !$0.isWhitespace }) else { return nil }
      self = .summary(message: text)
      return
    }
    // What was asked for by its name and could not be looked at is one object as well.
    let isObject =
      record.objectType?.hasSuffix("Object") ?? false
      || record.msg.hasPrefix(Self.unreadName)
    switch (record.level, record.object) {
    case ("info", let name?) where isObject && Self.saysCopied(record.msg):
      self = .copied(name: name, size: record.size)
    case ("error", _?) where isObject && record.msg.contains("context canceled"):
      // What a child says that was asked to end.
      return nil
    case ("error", let name?) where isObject:
      self = .failed(name: name, message: record.msg)
    case ("error", _?):
      self = .trouble(message: record.msg)
    case ("error", nil):
      // A sum of errors, or a question over the control socket that nobody waits for any more.
      if record.msg.hasPrefix("Attempt ") || record.msg.hasPrefix("rc: ") { return nil }
      self = .summary(message: record.msg)
    case ("critical", _), ("alert", _), ("emergency", _):
      self = .summary(message: record.msg)
    case ("notice", nil) where record.msg.hasPrefix("Failed to "):
      self = .summary(message: record.msg)
    default:
      return nil
    }
  }

  private static let unreadName = "--files-from failed to read file: "

  private static func saysCopied(_ message: String) -> Bool {
    message.hasPrefix("Copied (") || message.hasPrefix("Multi-thread Copied (")
  }
}
