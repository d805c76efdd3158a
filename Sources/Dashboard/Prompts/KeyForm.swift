import Migration
package import Words

/// The keys of both sides of a migration, while a user types them.
package struct KeyForm: Equatable, Sendable {
  /// One key.
  package typealias Field = KeyField

  /// The most characters of a key that OMS takes.
  static let longest = 100

  /// The keys that are asked for, top to bottom; never empty.
  package let fields: [Field]
  /// The place of the field that is typed into, from 0.
  package private(set) var focus = 0

  /// The tasks whose keys of a side are asked for.
  private struct Needy: Equatable {
    var sources: Set<TaskID>
    var destinations: Set<TaskID>
  }

  private let needy: Needy
  /// What was found without asking.
  private let found: [TaskID: TransferKeys]
  /// The most stores that one pair of keys is asked for.
  let stores: Int
  private var texts: [Field: Secret] = [:]

  /// A form for the keys that `tasks` need and that were not found, or `nil` when there are none.
  init?(for tasks: [MigrationTask], found: [TaskID: TransferKeys] = [:]) {
    let sources = tasks.filter { $0.source.needsKeys && found[$0.id]?.source == nil }
    let destinations = tasks.filter { $0.destination.needsKeys && found[$0.id]?.destination == nil }
    fields =
      (sources.isEmpty ? [] : [.sourceAccess, .sourceSecret])
      + (destinations.isEmpty ? [] : [.destinationAccess, .destinationSecret])
    if fields.isEmpty { return nil }
    stores = max(
      Set(sources.map(\.source.store)).count, Set(destinations.map(\.destination.store)).count)
    self.found = found
    needy = Needy(sources: Set(sources.map(\.id)), destinations: Set(destinations.map(\.id)))
  }

  /// The field that is typed into.
  package var field: Field { fields[focus] }

  /// All keys of each task, or `nil` while one is missing.
  var keys: [TaskID: TransferKeys]? {
    guard firstGap == nil else { return nil }
    var all = found
    for id in needy.sources {
      all[id, default: TransferKeys()].source = keys(.sourceAccess, .sourceSecret)
    }
    for id in needy.destinations {
      all[id, default: TransferKeys()].destination = keys(.destinationAccess, .destinationSecret)
    }
    return all
  }

  /// Whether the last field is typed into.
  var isAtEnd: Bool { focus == fields.count - 1 }

  /// What was typed into `field`.
  func text(of field: Field) -> Secret { texts[field] ?? Secret("") }

  /// Adds what was typed or pasted, as far as it can be a part of a key.
  mutating func insert(_ text: String) {
    let visible = text.unicodeScalars.filter { !$0.isInvisible }
    var whole = self.text(of: field).reveal().unicodeScalars
    whole.append(contentsOf: visible.prefix(Self.longest - whole.count))
    texts[field] = Secret(String(whole))
  }

  /// Takes the last character back.
  mutating func deleteBackwards() {
    texts[field] = Secret(String(text(of: field).reveal().dropLast()))
  }

  /// Empties the field.
  mutating func clear() { texts[field] = nil }

  /// Goes `step` fields down, and round at an end.
  mutating func moveFocus(by step: Int) {
    focus = (focus + step + fields.count) % fields.count
  }

  /// Goes to the first field that is empty, if there is one.
  mutating func moveToGap() { focus = firstGap ?? focus }

  private var firstGap: Int? { fields.firstIndex { text(of: $0).isEmpty } }

  private func keys(_ access: Field, _ secret: Field) -> StorageKeys? {
    guard fields.contains(access) else { return nil }
    return StorageKeys(accessKey: text(of: access).reveal(), secretKey: text(of: secret))
  }
}

extension KeyField {
  /// Whether nobody may read what is typed.
  package var isSecret: Bool {
    switch self {
    case .sourceAccess, .destinationAccess: false
    case .sourceSecret, .destinationSecret: true
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar, which a paste can carry along, is no character that a key can have.
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
