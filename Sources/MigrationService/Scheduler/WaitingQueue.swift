import Migration

/// The tasks that wait for a free slot, first come, first served.
///
/// Taking the first and removing any one cost the same however many wait: a removed task leaves its
/// place behind, which is passed over when its turn comes.
struct WaitingQueue: Equatable, Sendable {
  private struct Place: Equatable {
    let id: TaskID
    let ticket: Int
  }

  private var order: [Place] = []
  private var head = 0
  private var tickets: [TaskID: Int] = [:]
  private var nextTicket = 0

  /// An empty queue.
  init() {}

  /// Whether a task waits here.
  func holds(_ id: TaskID) -> Bool { tickets[id] != nil }

  /// Adds a task at the end; one that waits already keeps its place.
  mutating func append(_ id: TaskID) {
    guard let place = place(for: id) else { return }
    order.append(place)
  }

  /// Puts a task back at the head.
  mutating func putBack(_ id: TaskID) {
    guard let place = place(for: id) else { return }
    if head > 0 {
      head -= 1
      order[head] = place
    } else {
      order.insert(place, at: 0)
    }
  }

  /// Takes out a task, wherever it stands.
  mutating func remove(_ id: TaskID) {
    tickets[id] = nil
  }

  /// Takes out the task that waits longest.
  mutating func popFirst() -> TaskID? {
    while head < order.count {
      let place = order[head]
      head += 1
      guard tickets[place.id] == place.ticket else { continue }
      tickets[place.id] = nil
      dropPassedPlaces()
      return place.id
    }
    order = []
    head = 0
    return nil
  }

  private mutating func place(for id: TaskID) -> Place? {
    guard tickets[id] == nil else { return nil }
    nextTicket += 1
    tickets[id] = nextTicket
    return Place(id: id, ticket: nextTicket)
  }

  private mutating func dropPassedPlaces() {
    guard head > 1024, head * 2 > order.count else { return }
    order.removeFirst(head)
    head = 0
  }
}
