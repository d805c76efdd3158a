import MigrationCore
import Terminal

extension TerminalFacts {
  /// What the facts mean for the dashboard; commands work on every terminal, and without one.
  var findings: [Finding] {
    [typeFinding, colorFinding, sizeFinding, localeFinding].compactMap(\.self)
  }

  private var typeFinding: Finding {
    guard size != nil else {
      return .warning(
        "terminal", "there is none; commands work, the dashboard does not",
        advice: "run ferry in a terminal, such as with ssh -t")
    }
    guard let description else {
      return .problem(
        "terminal", type.isEmpty ? "TERM is not set" : "TERM=\(type) is not known here",
        advice: "set TERM to the terminal's type, such as xterm-256color")
    }
    guard description.canPlaceCursor else {
      return .problem(
        "terminal", "\(type) cannot show a full screen; the dashboard will not open",
        advice: "use another terminal, or the commands")
    }
    return .ok("terminal", type)
  }

  private var colorFinding: Finding? {
    guard let description, size != nil else { return nil }
    if refusesColor { return .ok("colours", "none, as NO_COLOR asks") }
    return description.colors > 0
      ? .ok("colours", "\(description.colors)") : .ok("colours", "none; states are told by words")
  }

  private var sizeFinding: Finding? {
    guard let size else { return nil }
    let text = "\(size.columns)×\(size.rows)"
    return size.columns < 20 || size.rows < 5
      ? .warning("size", "\(text); only a status line fits", advice: "make it 20×5 or larger")
      : .ok("size", text)
  }

  private var localeFinding: Finding {
    switch charset {
    case "UTF-8": return .ok("locale", "\(locale), UTF-8")
    case nil:
      return .warning(
        "locale", "\(locale) is not installed; UTF-8 is assumed",
        advice: "install it, or set LANG=C.UTF-8")
    case .some(let charset):
      return .warning(
        "locale", "\(locale) means \(charset); UTF-8 is sent all the same",
        advice: "set LANG=C.UTF-8, or use --ascii when names look broken")
    }
  }
}
