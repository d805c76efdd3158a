import ArgumentParser
import Migration
import MigrationCore

/// `ferry group list`: one row a group.
struct GroupList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List task groups, newest first.",
    discussion: HelpNotes.ending(
      example: "ferry group list --state running"))

  /// The words that users say for the states; a state of two words is joined by a hyphen.
  static let stateWords = listable.map(word)

  // A deletion that was accepted and one under way share a word; the second lasts.
  private static let listable = TaskGroupState.known.filter { $0 != .waitingForDeletion }

  private static func word(for state: TaskGroupState) -> String {
    state.word.replacing(" ", with: "-")
  }

  @OptionGroup var connection: ConnectionOptions

  @Option(
    help: "Only groups in this state: \(stateWords.joined(separator: ", ")).",
    completion: Completions.groupStates)
  var state: String?

  @Option(help: "The most groups to print.")
  var limit: Int?

  @Option(help: "How to print them.")
  var output: ListFormat = .table

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1") }
    if let state, !Self.stateWords.contains(state) {
      throw ValidationError(
        "'\(state)' is not a group's state; states are \(Self.stateWords.joined(separator: ", "))")
    }
  }

  func run() async throws {
    let groups = try await connection.resolve().backend.groups()
    let state = state.flatMap { word in Self.listable.first { Self.word(for: $0) == word } }
    let page = try await groups.listAllGroups(state: state, limit: limit)
    switch output {
    case .json: Console.raw(try JSONText.of(page.groups.map(\.summary)))
    case .csv: GroupRows.csv(of: page.groups).forEach(Console.raw)
    case .table: Console.table(GroupRows.table(of: page.groups))
    }
    for reason in page.unreadable { Console.error("a group could not be read: \(reason)") }
    if !page.unreadable.isEmpty {
      throw Failure(page.groups.isEmpty ? Failure.failed : Failure.partly)
    }
  }
}
