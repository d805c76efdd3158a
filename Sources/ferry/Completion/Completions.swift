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

  /// What a filter can go on with: words, states, and values of live tasks.
  static let filters = CompletionKind.custom { words, index, typed in
    let completion = FilterCompletion(live: LiveCompletion(words: words))
    let word = words.indices.contains(index) ? words[index] : typed
    return offered(await completion.candidates(for: word, typed: typed))
  }

  /// The columns to sort by, either way round.
  static let sortKeys = words(
    TaskOrder.Key.allCases.flatMap { [$0.rawValue, "\($0.rawValue):desc"] })

  /// Time zones by name.
  static let timeZones = words(["UTC"] + TimeZone.knownTimeZoneIdentifiers.filter { $0 != "GMT" })

  /// These words.
  private static func words(
    _ words: @escaping @autoclosure @Sendable () -> [String]
  ) -> CompletionKind {
    .custom { _, _, _ in offered(words()) }
  }

  /// Words of which the shells take none for a word and its description, nor the help of the option for
  /// the description of each.
  private static func offered(_ words: [String]) -> [String] {
    switch CompletionShell.requesting {
    case .zsh: words.map { $0.replacing(":", with: #"\:"#) }
    case .fish: words.map { "\($0)\t" }
    default: words
    }
  }

  /// The states that groups are listed by.
  static let groupStates = CompletionKind.list(GroupList.stateWords)
}
