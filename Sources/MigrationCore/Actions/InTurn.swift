import Migration

/// The most calls that one use-case has under way at once.
let callsAtOnce = 4

/// Works on elements in their order, a few at once, and returns what became of each, in their order.
///
/// Once the credentials were refused or the work was called off, the elements that have not been
/// begun are skipped: more refused calls would lock the key at the gateway.
///
/// - Parameters:
///   - elements: What to work on.
///   - problem: What a value failed with, or `nil`.
///   - skipped: The value of an element that was not begun, because of a problem.
///   - ended: Called with each value as soon as there is one, in whatever order that happens.
///   - work: The work on one element.
/// - Returns: One value for each element, in the order of the elements.
func inTurn<Element: Sendable, Value: Sendable>(
  _ elements: [Element], problem: (Value) -> APIProblem?,
  skipped: (Element, APIProblem) -> Value, ended: (Value) -> Void = { _ in },
  work: @escaping @Sendable (Element) async -> Value
) async -> [Value] {
  var values = [Value?](repeating: nil, count: elements.count)
  var obstacle: APIProblem?
  await withTaskGroup(of: (Int, Value).self) { group in
    var next = 0
    while next < min(callsAtOnce, elements.count) {
      let (index, element) = (next, elements[next])
      group.addTask { (index, await work(element)) }
      next += 1
    }
    while let (index, value) = await group.next() {
      values[index] = value
      ended(value)
      obstacle = obstacle ?? .toTheRest(after: problem(value))
      guard next < elements.count else { continue }
      let (upcoming, element) = (next, elements[next])
      next += 1
      if let obstacle {
        let value = skipped(element, obstacle)
        group.addTask { (upcoming, value) }
      } else {
        group.addTask { (upcoming, await work(element)) }
      }
    }
  }
  return values.compactMap(\.self)
}

extension APIProblem {
  /// Why nothing more is tried, or `nil` when there is no reason not to.
  fileprivate static func toTheRest(after problem: APIProblem?) -> APIProblem? {
    if problem?.kind == .credentials {
      return APIProblem(.untried(.afterRefusal), kind: .credentials)
    }
    guard Task.isCancelled else { return nil }
    return APIProblem(.untried(.calledOff), kind: .cancelled)
  }
}
