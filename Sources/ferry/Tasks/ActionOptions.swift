import ArgumentParser
import Migration
import MigrationCore

/// The name of a profile that is said beforehand, instead of at a question.
struct ConfirmOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Do not ask, on this profile, which may be a protected one.", valueName: "profile"),
    completion: Completions.profiles)
  var confirm: String?

  /// Makes sure that the name is the right one, and that a protected profile has one or somebody
  /// who can be asked for it.
  ///
  /// - Parameters:
  ///   - verb: What is to be done.
  ///   - connection: Where it is to be done.
  /// - Throws: ``Failure``.
  func check(_ verb: String, on connection: Connection) throws {
    let profile = connection.profile
    if let confirm, confirm != profile {
      throw Failure(
        Failure.usage,
        "--confirm says '\(confirm)', but the profile is '\(profile)'; nothing was sent")
    }
    guard Console.isInteractive || !connection.isProtected || confirm != nil else {
      throw Failure(
        Failure.usage, "profile '\(profile)' is protected; give --confirm \(profile) to \(verb)")
    }
  }
}

/// How an action is confirmed and reported.
struct ActionOptions: ParsableArguments {
  @Flag(help: "Do not ask; on a protected profile --confirm does that.")
  var yes = false

  @OptionGroup var confirmation: ConfirmOption

  @Flag(help: "Say what would be done, and do nothing.")
  var dryRun = false

  @Option(help: "How to print the results.")
  var output: OutputFormat = .table

  /// The answer that was given before there was a question; `nil` when there was none.
  var answer: Answer? {
    yes || confirmation.confirm != nil ? .beforehand(profile: confirmation.confirm) : nil
  }

  /// Makes sure, before anything is read, that there will be a yes.
  ///
  /// - Throws: ``Failure`` when nobody can be asked.
  func checkAnswerability(of verb: String) throws {
    guard dryRun || answer != nil || Console.isInteractive else {
      throw Failure(
        Failure.usage, "not on a terminal, so nothing can be asked; give --yes to \(verb)")
    }
  }

  /// The same once it is known where it is to be done.
  ///
  /// - Throws: ``Failure``.
  func checkAnswerability(of verb: String, on connection: Connection) throws {
    if !dryRun { try confirmation.check(verb, on: connection) }
  }
}
