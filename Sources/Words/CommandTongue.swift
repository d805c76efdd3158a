package import Migration

/// What a language needs for the command line: its help, its tables, and what it has to say.
package protocol CommandTongue: Sendable {
  /// What a command does, as a sentence.
  func abstract(of topic: HelpTopic) -> String
  /// What there is to know about a command besides; empty when there is nothing.
  func notes(on topic: HelpTopic) -> String
  /// What stands before an example.
  var example: String { get }
  /// What an option is for.
  func help(for option: HelpedOption) -> String
  /// What the parser says around the help, in English, and what is said for it.
  var helpFrame: [(english: String, own: String)] { get }
  /// What the parser says is wrong with what was typed, a line in English.
  func words(ofParser line: String) -> String
  /// The title of a column.
  func words(_ column: Column) -> String
  /// What stands before a value.
  func words(_ label: Label) -> String
  /// A value of several parts.
  func words(_ detail: Detail) -> String
  /// What became of a target.
  func words(_ outcome: ActionOutcome) -> String
  /// What something is called, by its noun in English.
  func name(of noun: String) -> String
  /// Why a command cannot be carried out, or was not carried out well.
  func words(_ fault: CommandFault) -> String
  /// What a command asks for, or has to say, when it needs keys.
  func words(_ talk: KeyTalk) -> String
  /// What a command says while it works.
  func words(_ talk: CommandTalk) -> String
}
