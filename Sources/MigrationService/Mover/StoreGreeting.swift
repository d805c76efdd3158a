import AsyncHTTPClient
import Migration

/// Asks the stores of an order, before anything is started for it, what they say to its keys.
///
/// A wrong key, a wrong clock or an address that is refused is told in the store's own words, and
/// before anything has changed; a store that names its region is spoken to by that. Whatever may only
/// be about this one question, such as a right to list, is left to the run to find out.
struct StoreGreeting {
  private let client: HTTPClient
  private let patience: Duration

  /// A greeting that `client` sends; whoever takes longer than `patience` for its answer may still
  /// have time for a run.
  init(client: HTTPClient, patience: Duration) {
    self.client = client
    self.patience = patience
  }

  /// The order, with the regions that its stores have named; as it is when this is cancelled.
  ///
  /// - Throws: ``MoverProblem`` when nothing could be moved with these keys.
  func ask(for order: MoveOrder) async throws -> MoveOrder {
    async let source = ask(order.source)
    async let destination = ask(order.destination)
    var order = order
    (order.source, order.destination) = try await (source, destination)
    return order
  }

  private func ask(_ end: MoveEnd) async throws -> MoveEnd {
    guard let bucket = S3Bucket(end, client: client) else { return end }
    var end = end
    if let refusal = await bucket.greet(patience: patience), let code = refusal.code {
      try take(refusal, code, at: &end)
    }
    guard end.location.role == .destination, let bucket = S3Bucket(end, client: client) else {
      return end
    }
    // Any key of the folder will do: who may look is told that there is none.
    let folder = end.location.folder
    end.seesObjects = await !bucket.forbids(
      folder + (folder.isEmpty ? "" : "/") + "ferry", patience: patience)
    return end
  }

  private func take(_ refusal: S3Bucket.Refused, _ code: String, at end: inout MoveEnd) throws {
    let fault = TransferFault(
      "error reading \(end.location.role.rawValue) root directory: StatusCode: \(refusal.status), "
        + "api error \(code): ")
    switch fault.cause {
    case .badKeys, .clock, .account, .addressing:
      throw MoverProblem(fault.sentence + ".", code: fault.code)
    case .region: end = refusal.region.flatMap { end.located(in: $0) } ?? end
    case .listDenied: end.listsAll = false
    default: break
    }
  }
}

extension MoveEnd {
  /// The same end at a store whose region has this name; `nil` where a region was given, or where this
  /// is no name.
  fileprivate func located(in region: String) -> MoveEnd? {
    guard location.provider == "S3", let store = try? S3Store(location.region),
      store.region == nil, let located = store.located(in: region)
    else { return nil }
    var storage = location.storage
    storage.region = located.text
    let checked = try? CheckedLocation(storage, as: location.role)
    return checked.map { MoveEnd(location: $0, keys: keys) }
  }
}
