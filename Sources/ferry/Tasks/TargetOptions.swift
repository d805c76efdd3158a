import ArgumentParser
import Migration
import Words
import MigrationCore

/// The tasks that a command is about.
struct TargetOptions: ParsableArguments {
  @Argument(help: "Task ids.", completion: Completions.tasks)
  var ids: [String] = []

  @Option(help: FilterText.help, completion: Completions.filters)
  var filter: String?

  func validate() throws {
    guard ids.isEmpty != (filter == nil) else {
      throw ValidationError("give task ids, or --filter EXPR, but not both")
    }
    if filter?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("an empty --filter would mean every task; say what is meant")
    }
  }

  /// What was said.
  ///
  /// - Throws: ``Failure`` for what is neither an id nor a filter.
  func selection() throws -> TargetSelection {
    if let filter { return .filter(try FilterText.read(filter)) }
    return .ids(try ids.map(TaskIDText.read))
  }
}

/// Task ids as users type them.
enum TaskIDText {
  /// The id that `text` names.
  ///
  /// - Throws: ``Failure`` when it names none.
  static func read(_ text: String) throws -> TaskID {
    guard let id = TaskID(text) else {
      throw Failure(
        Failure.usage, "'\(text)' is not a task id; ids are numbers, 'ferry list' shows them")
    }
    return id
  }
}

/// Filters as users type them.
enum FilterText {
  static let help: ArgumentHelp = """
    Only tasks that pass this filter: words joined by AND, such as 'state:running,waiting', \
    'name:photos' or just photos, '/regex/', 'source:BUCKET', 'destination:BUCKET', 'id:123', \
    'group:ID', 'progress>50', 'failed>0', 'size>1GiB', 'age>30d'; '!' before a word negates it.
    """

  /// Reads a filter.
  ///
  /// - Throws: ``Failure`` that points at the character; on a terminal with a mark below it.
  static func read(_ text: String) throws -> TaskFilter {
    do {
      return try TaskFilter(text)
    } catch {
      var failure = Failure(Failure.usage, Spoken.tongue.words(error))
      failure.details = error.marked(in: text, width: Console.width)
      throw failure
    }
  }
}
