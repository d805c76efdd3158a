import Migration
import Terminal

extension TerminalFacts {
  /// What the facts mean for the dashboard; commands work on every terminal, and without one.
  var findings: [Finding] {
    [typeFinding, colorFinding, size.map { Finding.size(columns: $0.columns, rows: $0.rows) }]
      .compactMap(\.self) + [.locale(setting: locale, charset: charset)]
  }

  private var typeFinding: Finding {
    guard size != nil else { return .noTerminal }
    guard let description else {
      return type.isEmpty ? .noTerminalType : .unknownTerminal(type: type)
    }
    return description.canPlaceCursor ? .terminal(type: type) : .simpleTerminal(type: type)
  }

  private var colorFinding: Finding? {
    guard let description, size != nil else { return nil }
    return refusesColor ? .refusedColours : .colours(description.colors)
  }
}
