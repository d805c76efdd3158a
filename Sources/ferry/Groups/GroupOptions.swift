import ArgumentParser
import Migration
import Words

/// The groups that a command is about.
struct GroupTargetOptions: ParsableArguments {
  @Argument(help: .of(.groupIDs), completion: Completions.groups)
  var ids: [String]

  /// The ids.
  ///
  /// - Throws: ``Failure`` when one cannot be an id.
  func groupIDs() throws -> [TaskGroupID] { try ids.map(GroupIDText.read) }
}

/// Group ids as users type them.
enum GroupIDText {
  /// The id that `text` is.
  ///
  /// - Throws: ``Failure`` when it cannot be one.
  static func read(_ text: String) throws -> TaskGroupID {
    TaskGroupID(rawValue: try PlainID.read(text, noun: TaskGroup.noun, list: "ferry group list"))
  }
}

/// Ids that are texts, as users type them.
enum PlainID {
  /// `text`, when it can be an id.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - noun: What has such an id.
  ///   - list: The command that shows the ids there are.
  /// - Returns: The same text.
  /// - Throws: ``Failure`` when it cannot be an id.
  static func read(_ text: String, noun: String, list: String) throws -> String {
    let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "/") }
    guard !text.isEmpty, text.utf8.count <= 100, isPlain else {
      throw Failure(Failure.usage, .notAnID(text, of: noun, shownBy: list))
    }
    return text
  }
}
