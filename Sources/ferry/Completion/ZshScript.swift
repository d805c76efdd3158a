/// The completion script for zsh, mended for values that stand behind an equals sign.
///
/// The script that the library writes knows `--filter state:failed`, but not `--filter=state:failed`.
struct ZshScript {
  /// The script.
  let text: String

  /// Mends `text`; `nil` when it is not that script.
  init?(_ text: String) {
    guard text.hasPrefix("#compdef ferry\n") else { return nil }
    // An option, its description in brackets, and behind it the value that it takes.
    let option = #/(?<name>'\*?--[a-z0-9-]+)(?<rest>\[(?:[^\]\\]|\\.)*\]:)/#
    self.text = text.replacing(option) { "\($0.name)=\($0.rest)" }
  }
}
