/// Which terminal to use, and how much of it.
package struct TerminalOptions: Equatable, Sendable {
  /// The device; standard input and output stay free for pipes.
  package var path: String
  /// The terminfo name.
  package var type: String
  /// Whether colours are shown.
  package var color: ColorChoice
  /// Whether `NO_COLOR` asks for none; ``ColorChoice/always`` overrules it.
  package var refusesColor: Bool

  /// The controlling terminal, as `environment` describes it.
  package init(environment: [String: String], color: ColorChoice = .auto) {
    path = "/dev/tty"
    type = environment["TERM"] ?? ""
    self.color = color
    refusesColor = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
  }

  /// Whether colours are wanted, from a terminal that has some.
  var wantsColor: Bool {
    switch color {
    case .always: true
    case .auto: !refusesColor
    case .never: false
    }
  }
}

/// When colours are shown.
///
/// The raw value is what users type.
package enum ColorChoice: String, CaseIterable, Sendable {
  /// Where the terminal has them and `NO_COLOR` is not set.
  case auto
  /// Where the terminal has them.
  case always
  /// Not at all.
  case never
}
