/// A regular expression that never takes longer than the length of the text times its own size.
///
/// The standard library's engine tries one way after the other, and a pattern such as `(a+)+b` has
/// more ways through forty letters than a day has seconds. A filter is typed by anybody and asked of
/// every task for every key, so this one follows all ways at once (``PatternSearch``). What cannot be
/// followed so, a reference back to a group or a look around, is refused by name.
///
/// Letters match whatever their case. `.`, `[a-z]`, `[^…]`, `\d \w \s \D \W \S \b \B`, `^`, `$`,
/// `(…)`, `(?:…)`, `|`, `*`, `+`, `?` and `{m,n}` mean what they usually mean.
package struct NamePattern: Equatable, Hashable, Sendable {
  /// The expression as it was written.
  package let text: String
  /// What it asks for, in turn.
  let program: [Step]

  /// Reads an expression.
  ///
  /// - Throws: ``Fault`` that points at the character.
  package init(_ text: String) throws(Fault) {
    self.text = text
    var reader = PatternReader(text)
    var program = try reader.read()
    program.append(.match)
    self.program = program
  }

  /// Why an expression cannot be read.
  package struct Fault: Error, Equatable {
    /// The character at fault, from 0.
    package var position: Int
    /// What is wrong.
    package var reason: PatternFault
  }

  /// Whether it is found anywhere in `text`; ``PatternSearch`` asks that of many texts.
  package func isFound(in text: String) -> Bool { PatternSearch(self).isFound(in: text) }

  /// One step of a pattern; distances are counted from the step itself.
  enum Step: Equatable, Hashable, Sendable {
    case scalar(ScalarSet)
    case assert(Edge)
    case split(Int, Int)
    case jump(Int)
    case match
  }

  /// A condition on a place between two letters.
  enum Edge: Equatable, Hashable, Sendable {
    case start, end, word, notWord
  }
}
