import ArgumentParser
import Migration
import MigrationCore
import Words

/// `ferry group list`: one row a group.
struct GroupList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .of(.groupList),
    discussion: .of(.groupList, example: "ferry group list --state running"))

  /// The words that users say for the states; a state of two words is joined by a hyphen.
  static let stateWords = listable.map(word)

  // A deletion that was accepted and one under way share a word; the second lasts.
  private static let listable = TaskGroupState.known.filter { $0 != .waitingForDeletion }

  private static func word(for state: TaskGroupState) -> String {
    state.word.replacing(" ", with: "-")
  }

  @OptionGroup var connection: ConnectionOptions

  @Option(
    help: .of(.groupState(words: stateWords.joined(separator: ", "))),
    completion: Completions.groupStates)
  var state: String?

  @Option(help: .of(.mostGroups))
  var limit: Int?

  @Option(help: .of(.formatOfMany))
  var output: ListFormat = .table

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError(.fromOne(option: "--limit")) }
    if let state, !Self.stateWords.contains(state) {
      throw ValidationError(
        .notAGroupState(state, states: Self.stateWords.joined(separator: ", ")))
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
    for reason in page.unreadable { Console.error(.unread(noun: TaskGroup.noun, reason)) }
    if !page.unreadable.isEmpty {
      throw Failure(page.groups.isEmpty ? Failure.failed : Failure.partly)
    }
  }
}
