import ArgumentParser
import Migration
import Words
import MigrationCore

/// The tasks that a command is about.
struct TargetOptions: ParsableArguments {
  @Argument(help: .of(.taskIDs), completion: Completions.tasks)
  var ids: [String] = []

  @Option(help: .of(.filter), completion: Completions.filters)
  var filter: String?

  func validate() throws {
    guard ids.isEmpty != (filter == nil) else {
      throw ValidationError(.idsOrFilter)
    }
    if filter?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError(.everyTask)
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
        Failure.usage, .notATaskID(text))
    }
    return id
  }
}

/// Filters as users type them.
enum FilterText {
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
