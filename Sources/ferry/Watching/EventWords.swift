import ArgumentParser
import Migration
import Words

/// Words of events as users type them.
enum EventWords {
  /// What `--on` takes, for a list.
  static let list = WatchEvent.words.joined(separator: ", ")

  /// The words of these lists; all there are when there is no list.
  ///
  /// - Throws: `ValidationError` for a word that is none.
  static func read(_ lists: [String]) throws -> Set<String> {
    guard !lists.isEmpty else { return Set(WatchEvent.words) }
    let words = lists.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .map(String.init)
    for word in words where !WatchEvent.words.contains(word) {
      throw ValidationError(.notAnEvent(word, words: list))
    }
    return Set(words)
  }

  /// Each word behind those that were typed already.
  static let completion = CompletionKind.custom { _, _, typed in
    let chosen = typed.split(separator: ",", omittingEmptySubsequences: false).dropLast()
    let words = WatchEvent.words.filter { !chosen.contains(Substring($0)) }
    return words.map { (chosen.map(String.init) + [$0]).joined(separator: ",") }
  }
}
