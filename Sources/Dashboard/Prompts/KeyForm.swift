import Migration

/// The keys of both sides of a migration, while a user types them.
package struct KeyForm: Equatable, Sendable {
  /// One key.
  package enum Field: CaseIterable, Hashable, Sendable {
    /// A key of the bucket that the objects come from.
    case sourceAccess, sourceSecret
    /// A key of the bucket that they go to.
    case destinationAccess, destinationSecret

    /// What the field is called.
    var label: String {
      switch self {
      case .sourceAccess: "source access key"
      case .sourceSecret: "source secret key"
      case .destinationAccess: "destination access key"
      case .destinationSecret: "destination secret key"
      }
    }

    /// What it is called where there is little room.
    var shortLabel: String {
      switch self {
      case .sourceAccess: "from key"
      case .sourceSecret: "from secret"
      case .destinationAccess: "to key"
      case .destinationSecret: "to secret"
      }
    }

    /// Whether nobody may read what is typed.
    package var isSecret: Bool {
      switch self {
      case .sourceAccess, .destinationAccess: false
      case .sourceSecret, .destinationSecret: true
      }
    }
  }

  /// The most characters of a key that OMS takes.
  static let longest = 100

  /// The keys that are asked for, top to bottom; never empty.
  package let fields: [Field]
  /// The place of the field that is typed into, from 0.
  package private(set) var focus = 0

  private var texts: [Field: Secret] = [:]

  /// A form for the keys that `tasks` need, or `nil` when they need none.
  init?(for tasks: [MigrationTask]) {
    let sides: [(isNeeded: Bool, fields: [Field])] = [
      (tasks.contains { $0.source.needsKeys }, [.sourceAccess, .sourceSecret]),
      (tasks.contains { $0.destination.needsKeys }, [.destinationAccess, .destinationSecret]),
    ]
    fields = sides.filter(\.isNeeded).flatMap(\.fields)
    if fields.isEmpty { return nil }
  }

  /// The field that is typed into.
  package var field: Field { fields[focus] }

  /// All keys, or `nil` while one is missing.
  var keys: TransferKeys? {
    guard firstGap == nil else { return nil }
    return TransferKeys(
      source: keys(.sourceAccess, .sourceSecret),
      destination: keys(.destinationAccess, .destinationSecret))
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

extension Unicode.Scalar {
  /// Whether the scalar, which a paste can carry along, is no character that a key can have.
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
