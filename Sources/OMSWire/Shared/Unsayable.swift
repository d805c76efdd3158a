import Migration

/// Settings for which one version of the API, or one of its calls, has no word.
///
/// They are refused before anything is sent: to leave one out silently would do something else than
/// was asked for.
struct Unsayable {
  /// What cannot say them, such as "API v1".
  private let place: String
  private var names: [String] = []

  init(in place: String) { self.place = place }

  /// Notes the setting `name` when it was chosen.
  mutating func note(_ name: String, if isChosen: Bool) {
    if isChosen { names.append(name) }
  }

  /// Refuses what was noted.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` that names all of it.
  func refuse() throws(APIProblem) {
    guard !names.isEmpty else { return }
    throw APIProblem(
      kind: .invalid,
      sentence: "\(place) cannot say \(names.joined(separator: " and ")); leave that out, or use "
        + "another version of the API; nothing was sent")
  }
}

extension Unsayable {
  /// Notes the ways into a bucket that are more than a pair of keys.
  mutating func noteMoreThanPair(in keys: TransferKeys) {
    let both = [keys.source, keys.destination].compactMap { $0 }
    note("temporary keys", if: keys.hasTemporary)
    note("a connection string", if: both.contains { $0.connectionString != nil })
    note("a key file", if: both.contains { $0.authFile != nil })
  }
}

extension TransferKeys {
  /// Whether one of the keys ends by itself and brings a token.
  var hasTemporary: Bool { source?.securityToken != nil || destination?.securityToken != nil }
}
