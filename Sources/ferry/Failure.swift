import ArgumentParser
import Glibc
import Migration
import Words

/// Why a command ends with a status other than 0; the line for the user has been made already.
struct Failure: Error {
  /// The exit status, one of the contract's.
  var status: Int32
  /// The line for standard error; `nil` when everything has been said.
  var line: String?
  /// More lines for people at a terminal.
  var details: [String] = []

  static let failed: Int32 = 1
  static let partly: Int32 = 3
  static let usage: Int32 = 64
  static let unreachable: Int32 = 69
  static let timedOut: Int32 = 75
  static let credentials: Int32 = 77

  /// A failure that is told in `line`.
  init(_ status: Int32, _ line: String? = nil) {
    self.status = status
    self.line = line
  }

  /// A failure of the command itself.
  init(_ status: Int32, _ fault: CommandFault) {
    self.init(status, Spoken.tongue.words(fault))
  }

  /// That keys are needed that are not there.
  init(_ status: Int32, _ talk: KeyTalk) {
    self.init(status, Spoken.tongue.words(talk))
  }

  /// The failure that an API problem is for a command.
  init(_ problem: APIProblem) {
    self.init(Self.status(of: problem), problem.line)
  }

  /// The exit status for a problem.
  static func status(of problem: APIProblem) -> Int32 {
    switch problem.kind {
    case .unreachable: unreachable
    case .credentials: credentials
    case .wrongState, .notFound, .invalid, .server, .throttled, .unreadable, .cancelled: failed
    }
  }

  /// Ends the program: the one place where errors become words and a status.
  static func exit(for error: any Error) -> Never {
    switch error {
    case let failure as Failure: end(failure)
    case let problem as APIProblem: end(Failure(problem))
    case let error as ConfigurationError: end(Failure(usage, error.line))
    case let fault as RcloneFault: end(Failure(failed, fault.line))
    case is CancellationError: end(Failure(failed, .calledOff))
    default: endParsing(error)
    }
  }

  // Help and version are errors to the parser as well; they go to standard output as they are.
  private static func endParsing(_ error: any Error) -> Never {
    let code = Ferry.exitCode(for: error)
    if code == .success {
      let text = Ferry.fullMessage(for: error, columns: HelpPage.unbroken)
      Console.raw(BashScript(text)?.text ?? ZshScript(text)?.text ?? page(text))
      Ferry.exit()
    }
    if error is ExitCode { Ferry.exit(withError: error) }
    let line = Ferry.message(for: error)
    let isUsage = code == .validationFailure
    let words = Spoken.tongue.words(ofParser: line.hasSuffix(".") ? String(line.dropLast()) : line)
    end(isUsage ? Failure(usage, .seeHelp(words)) : Failure(failed, words))
  }

  /// Help as it is shown; what describes it to programs, as JSON or as a script, stays as it is.
  private static func page(_ text: String) -> String {
    if text.hasPrefix("{") || text.hasPrefix("function ") { return text }
    return HelpPage(text, width: Console.columns ?? HelpPage.usualWidth).text
  }

  private static func end(_ failure: Failure) -> Never {
    if let line = failure.line { Console.error(line) }
    if Console.showsErrors { failure.details.forEach(Console.progress) }
    Glibc.exit(failure.status)
  }
}
