import ArgumentParser
import Migration
import MigrationCore
import Words

/// The name of a profile that is said beforehand, instead of at a question.
struct ConfirmOption: ParsableArguments {
  @Option(
    help: .of(.confirm, valueName: "profile"),
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
        .otherProfile(confirm, profile: profile))
    }
    guard Console.isInteractive || !connection.isProtected || confirm != nil else {
      throw Failure(
        Failure.usage, .isProtected(profile: profile, verb: verb))
    }
  }

  /// Asks for the name of a protected profile, unless it was given; any other profile asks nothing.
  ///
  /// - Throws: ``Failure`` unless the answer is that name.
  func agree(toCreate noun: String, on connection: Connection) throws {
    try check("create", on: connection)
    let profile = connection.profile
    let challenge = Challenge(targets: 1, profile: profile, isProtected: connection.isProtected)
    guard !challenge.isMet(by: .beforehand(profile: confirm)) else { return }
    let tongue = Spoken.tongue
    let question = tongue.question("create", 1, of: noun, on: profile)
    let answer = Console.ask("\(question) \(tongue.words(challenge))")
    guard challenge.isMet(by: .typed(answer)) else {
      throw Failure(Failure.failed, .notConfirmed)
    }
  }
}

/// How an action is confirmed and reported.
struct ActionOptions: ParsableArguments {
  @Flag(help: .of(.yes))
  var yes = false

  @OptionGroup var confirmation: ConfirmOption

  @Flag(help: .of(.dryRun))
  var dryRun = false

  @Option(help: .of(.formatOfResults))
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
        Failure.usage, .nobodyToAsk(verb: verb))
    }
  }

  /// The same once it is known where it is to be done.
  ///
  /// - Throws: ``Failure``.
  func checkAnswerability(of verb: String, on connection: Connection) throws {
    if !dryRun { try confirmation.check(verb, on: connection) }
  }
}
