/// Finds the names that are meant by rclone's log, which cannot show bytes that are no UTF-8.
struct LossyNames {
  private var names: [String: [String]] = [:]

  /// Takes note of a name that the log cannot show as it is.
  mutating func note(_ name: String) {
    guard NameBytes.isMarked(name) || name.unicodeScalars.contains("\u{FFFD}") else { return }
    let lossy = NameBytes.lossy(name)
    guard names[lossy]?.contains(where: { $0.utf8.elementsEqual(name.utf8) }) != true else {
      return
    }
    names[lossy, default: []].append(name)
  }

  /// The names that `logged` may stand for; itself when it is none of those.
  func candidates(for logged: String) -> [String] {
    guard !names.isEmpty, logged.unicodeScalars.contains("\u{FFFD}") else { return [logged] }
    return names[NameBytes.lossy(logged)] ?? [logged]
  }
}
