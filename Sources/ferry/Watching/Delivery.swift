import Migration
import Words
import Synchronization

/// Hands events over to somewhere outside, one at a time and in their order, without holding up the
/// watch.
final class Delivery: Sendable {
  /// An event as it is handed over.
  struct Parcel: Sendable {
    var event: WatchEvent
    /// The event as one JSON object in one line, and as the line for people.
    var json: String
    var line: String
  }

  private struct Count {
    var waiting = 0
    var leftOut = 0
  }

  /// More than a service has tasks that end at once.
  private static let mostWaiting = 1_000

  private let option: String
  private let handOver: @Sendable (Parcel) async throws(DeliveryTrouble) -> Void
  private let parcels: AsyncStream<Parcel>
  private let entrance: AsyncStream<Parcel>.Continuation
  private let count = Mutex(Count())

  /// A delivery of nothing yet.
  ///
  /// - Parameters:
  ///   - option: The option that asked for it, which stands before what it has to say.
  ///   - handOver: Hands one event over.
  init(
    _ option: String,
    handOver: @escaping @Sendable (Parcel) async throws(DeliveryTrouble) -> Void
  ) {
    self.option = option
    self.handOver = handOver
    (parcels, entrance) = AsyncStream.makeStream(
      bufferingPolicy: .bufferingOldest(Self.mostWaiting))
  }

  /// Adds an event to those that wait, unless these are too many.
  func put(_ parcel: Parcel) {
    count.withLock { count in
      if case .dropped = entrance.yield(parcel) { count.leftOut += 1 } else { count.waiting += 1 }
    }
  }

  /// Hands over what comes until it is called off, and then tells what was not handed over.
  func run() async {
    for await parcel in parcels {
      let leftOut = count.withLock { count in
        defer { count.leftOut = 0 }
        return count.leftOut
      }
      if leftOut > 0 { tell(.crowded(count: leftOut)) }
      do {
        try await handOver(parcel)
      } catch {
        if Task.isCancelled { break }
        tell(error)
      }
      count.withLock { $0.waiting -= 1 }
    }
    let rest = count.withLock { $0.waiting + $0.leftOut }
    if rest > 0 { tell(.ended(count: rest)) }
  }

  private func tell(_ trouble: DeliveryTrouble) {
    Console.error("\(option): \(Spoken.tongue.words(trouble))")
  }
}
