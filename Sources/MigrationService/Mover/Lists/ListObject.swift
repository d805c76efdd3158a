import FoundationEssentials
import Migration

/// An object that is a list, in the bucket that a command has for its destination.
struct ListObject {
  /// Knows the bucket and what opens it.
  let command: RcloneCommand
  /// The key of the object.
  let key: String

  /// What rclone says of it, as far as that matters.
  private struct Standing: Decodable {
    let isFolder: Bool
    let size: Int64

    enum CodingKeys: String, CodingKey {
      case isFolder = "IsDir"
      case size = "Size"
    }
  }

  /// How many bytes it has; of what is not there rclone prints nothing, and says nothing of that.
  ///
  /// - Throws: ``MoverProblem`` when there is no such object, or `CancellationError`.
  func size() async throws -> Int64 {
    var words: [UInt8] = []
    try await lines(command.standing(of: key)).read { for line in $0 { words += line } }
    let standing = try? JSONDecoder().decode(Standing.self, from: Data(words))
    guard let standing, !standing.isFolder else { throw MoverProblem("There is no such object.") }
    return standing.size
  }

  /// Hands the lines to `body`, some at a time.
  ///
  /// - Throws: ``MoverProblem`` when it cannot be read, `CancellationError`, or what `body` throws.
  func read(_ body: ([ArraySlice<UInt8>]) throws -> Void) async throws {
    try await lines(command.contents(of: key)).read(body)
  }

  private func lines(_ arguments: [String]) -> RcloneLines {
    RcloneLines(
      arguments: arguments, environment: command.environment,
      scene: .place(command.lookedAt))
  }
}
