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
  /// What stands between the program and the terminal, if anything.
  package var multiplexer: Multiplexer?

  /// The controlling terminal, as `environment` describes it.
  package init(environment: [String: String], color: ColorChoice = .auto) {
    path = "/dev/tty"
    type = environment["TERM"] ?? ""
    self.color = color
    multiplexer = Multiplexer(environment: environment)
    refusesColor = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
  }

  /// The type that nearly every terminal of today understands.
  static let usualType = "xterm-256color"

  /// How the names of old terminals begin that speak another language than today's; where terminfo
  /// does not describe them, nobody can write to them.
  private static let foreignTypes = ["adm", "att", "dg", "h19", "hp", "ibm3", "tvi", "vt52", "wy"]

  /// Whether a terminal of a type that nobody knows is likely to understand ``usualType``.
  static func mayBeUsual(_ type: String) -> Bool { !foreignTypes.contains { type.hasPrefix($0) } }

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
