import Canvas
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

  /// A form for the keys of the stores of a new task that it does not have yet, or `nil` when there are
  /// none.
  init?(for task: NewTask) {
    fields =
      (task.source.needsKeys && task.keys.source == nil ? [.sourceAccess, .sourceSecret] : [])
      + (task.destination.needsKeys && task.keys.destination == nil
        ? [.destinationAccess, .destinationSecret] : [])
    if fields.isEmpty { return nil }
    stores = 1
    found = [:]
    needy = Needy(sources: [], destinations: [])
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

  /// The keys that were typed, beside those that were there.
  func typed(with found: TransferKeys) -> TransferKeys {
    var all = found
    all.source = keys(.sourceAccess, .sourceSecret) ?? found.source
    all.destination = keys(.destinationAccess, .destinationSecret) ?? found.destination
    return all
  }

  /// Whether the last field is typed into.
  var isAtEnd: Bool { focus == fields.count - 1 }

  /// What was typed into `field`.
  func text(of field: Field) -> Secret { texts[field] ?? Secret("") }

  /// What a key has made of it.
  enum Verdict: Equatable {
    /// It is typed still.
    case edited
    /// All keys are there, and were agreed to.
    case complete
    /// That was wanted, but the field that is typed into is empty.
    case gap
    /// Nobody wants to type them.
    case refused
    /// The key means nothing here.
    case foreign
  }

  /// Takes a key; no letter means anything but itself here.
  mutating func take(_ key: Key) -> Verdict {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text)
    case .backspace: deleteBackwards()
    case .control("u"): clear()
    case .tab, .down: moveFocus(by: 1)
    case .backTab, .up: moveFocus(by: -1)
    case .enter where !isAtEnd: moveFocus(by: 1)
    case .enter where isComplete: return .complete
    case .enter:
      moveToGap()
      return .gap
    case .escape: return .refused
    case .control, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .function,
      .with:
      return .foreign
    }
    return .edited
  }

  /// Whether no key is missing.
  var isComplete: Bool { firstGap == nil }

  /// Adds what was typed or pasted, as far as it can be a part of a key.
  private mutating func insert(_ text: String) {
    let visible = text.unicodeScalars.filter { !$0.isInvisible }
    var whole = self.text(of: field).reveal().unicodeScalars
    whole.append(contentsOf: visible.prefix(Self.longest - whole.count))
    texts[field] = Secret(String(whole))
  }

  /// Takes the last character back.
  private mutating func deleteBackwards() {
    texts[field] = Secret(String(text(of: field).reveal().dropLast()))
  }

  /// Empties the field.
  private mutating func clear() { texts[field] = nil }

  /// Goes `step` fields down, and round at an end.
  private mutating func moveFocus(by step: Int) {
    focus = (focus + step + fields.count) % fields.count
  }

  /// Goes to the first field that is empty, if there is one.
  private mutating func moveToGap() { focus = firstGap ?? focus }

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
