/// Values that are needed again and again, each kept once, under a small number, for as long as
/// anybody needs it.
struct Interner<Value: Interned>: Sendable {
  /// A value by which it is found again.
  private struct Key: Hashable, Sendable {
    let value: Shared<Value>

    static func == (one: Key, other: Key) -> Bool {
      one.value === other.value || one.value.value.isSame(as: other.value.value)
    }
  }

  private struct Place: Sendable {
    var value: Shared<Value>?
    var users: UInt32
  }

  private var places: [Place] = []
  private var numbers: [Key: UInt32] = [:]
  private var free: [UInt32] = []
  /// The last one asked for: neighbours of a list are much alike.
  private var last: UInt32?

  /// How many different values there are.
  var count: Int { numbers.count }

  /// The different values.
  var values: some Sequence<Value> { places.lazy.compactMap { $0.value?.value } }

  /// The value with this number.
  subscript(number: UInt32) -> Shared<Value>? { places[Int(number)].value }

  /// The number of `value`, which is needed once more.
  mutating func take(_ value: Shared<Value>) -> UInt32 {
    let number = known(value) ?? add(value)
    places[Int(number)].users += 1
    last = number
    return number
  }

  /// Notes that the value with this number is needed once less.
  mutating func giveBack(_ number: UInt32) {
    places[Int(number)].users -= 1
    guard places[Int(number)].users == 0, let value = places[Int(number)].value else { return }
    numbers[Key(value: value)] = nil
    places[Int(number)].value = nil
    free.append(number)
    if last == number { last = nil }
  }

  private func known(_ value: Shared<Value>) -> UInt32? {
    let key = Key(value: value)
    if let last, self[last].map(Key.init) == key { return last }
    return numbers[key]
  }

  private mutating func add(_ value: Shared<Value>) -> UInt32 {
    let place = Place(value: value, users: 0)
    let number: UInt32
    if let reused = free.popLast() {
      number = reused
      places[Int(number)] = place
    } else {
      number = UInt32(places.count)
      places.append(place)
    }
    numbers[Key(value: value)] = number
    return number
  }
}
