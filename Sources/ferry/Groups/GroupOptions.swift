import ArgumentParser
import Migration

/// The groups that a command is about.
struct GroupTargetOptions: ParsableArguments {
  @Argument(help: "Group ids.", completion: Completions.groups)
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
    let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "/") }
    guard !text.isEmpty, text.utf8.count <= 100, isPlain else {
      throw Failure(
        Failure.usage, "'\(text)' is not a group id; 'ferry group list' shows them")
    }
    return TaskGroupID(rawValue: text)
  }
}
