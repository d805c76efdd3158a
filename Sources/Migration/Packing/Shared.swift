/// A value that many tasks can have in common, and that then takes up memory once.
final class Shared<Value: Hashable & Sendable>: Hashable, Sendable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }

  static func == (one: Shared, other: Shared) -> Bool {
    one === other || one.value == other.value
  }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
