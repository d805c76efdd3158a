import ArgumentParser
import Foundation
import Migration

/// What the shell offers behind a Tab.
enum Completions {
  /// Ids of tasks that the command can do something to, newest first.
  static let tasks = CompletionKind.custom { words, _, _ in
    await LiveCompletion(words: words).tasks()
  }

  /// Ids of groups.
  static let groups = CompletionKind.custom { words, _, _ in
    await LiveCompletion(words: words).groups()
  }

  /// Ids of synchronisation tasks.
  static let syncTasks = CompletionKind.custom { words, _, _ in
    await LiveCompletion(words: words).syncTasks()
  }

  /// The profiles of the configuration.
  static let profiles = CompletionKind.custom { words, _, _ in
    LiveCompletion(words: words).profiles()
  }

  /// Words that a filter can begin with.
  static let filters = words(
    (TaskState.known.map(\.word) + ["unknown"]).map { "state:\($0)" } + [
      "name:", "source:", "destination:", "id:", "group:", "progress>", "failed>0", "size>1GiB",
      "age>30d",
    ])

  /// The columns to sort by, either way round.
  static let sortKeys = words(
    TaskOrder.Key.allCases.flatMap { [$0.rawValue, "\($0.rawValue):desc"] })

  /// Time zones by name.
  static let timeZones = words(["UTC"] + TimeZone.knownTimeZoneIdentifiers.filter { $0 != "GMT" })

  /// These words, of which the shells take none for a word and its description.
  private static func words(
    _ words: @escaping @autoclosure @Sendable () -> [String]
  ) -> CompletionKind {
    .custom { _, _, _ in
      let words = words()
      return CompletionShell.requesting == .zsh
        ? words.map { $0.replacing(":", with: #"\:"#) } : words
    }
  }

  /// The states that groups are listed by.
  static let groupStates = CompletionKind.list(GroupList.stateWords)
}
