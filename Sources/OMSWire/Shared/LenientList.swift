/// A list in which one unreadable entry does not hide its neighbours.
package struct LenientList<Entry: Decodable>: Decodable {
  /// What could be read, in order.
  package private(set) var entries: [Entry] = []
  /// Why the rest could not be read.
  private(set) var unreadable: [String] = []

  private struct Attempt: Decodable {
    let result: Result<Entry, any Error>

    init(from decoder: any Decoder) { result = Result { try Entry(from: decoder) } }
  }

  /// A list of one entry.
  init(_ entry: Entry) { entries = [entry] }

  package init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    entries.reserveCapacity(container.count ?? 0)
    while !container.isAtEnd {
      switch try container.decode(Attempt.self).result {
      case .success(let entry): entries.append(entry)
      case .failure(let error): unreadable.append(DecodingSummary.text(of: error))
      }
    }
  }
}
