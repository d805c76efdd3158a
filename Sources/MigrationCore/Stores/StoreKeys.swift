package import Migration
import OMSClient

/// Finds the keys for places without asking anybody: the environment's, else those of the store of the
/// configuration that says most about the place.
package struct StoreKeys: Sendable {
  /// What the user's own configuration of rclone has as keys for a remote.
  package typealias Remote =
    @Sendable (
      _ name: String, _ location: StorageLocation
    ) async throws(KeyFault) -> StorageKeys

  private let environment: [String: String]
  private let remote: Remote

  /// A lookup; nothing is read or run before keys are wanted.
  ///
  /// - Parameters:
  ///   - environment: The environment.
  ///   - remote: Looks into the configuration of rclone.
  package init(environment: [String: String], remote: @escaping Remote) {
    self.environment = environment
    self.remote = remote
  }

  /// The keys for some places of one side.
  ///
  /// The one pair of the environment is for places at one store alone; those of several stores are
  /// looked up one by one, each store of the configuration being asked once.
  ///
  /// - Parameters:
  ///   - places: The places; those that need no keys are passed over.
  ///   - side: Which side of a migration they are.
  /// - Returns: The keys of those that have some.
  /// - Throws: `ConfigurationError` for half a pair, a configuration that cannot be used, and a store
  ///   that does not give the keys it is there for.
  package func keys(
    for places: [StorageLocation], on side: MigrationSide
  ) async throws(ConfigurationError) -> [StorageLocation: StorageKeys] {
    let places = places.filter(\.needsKeys)
    guard let first = places.first else { return [:] }
    let pair = try EnvironmentKeys(environment: environment, name: side.variables)
      .keys(at: first.provider)
    let stores = Set(places.map(\.store)).count
    if let pair, stores == 1 { return Dictionary(places.map { ($0, pair) }) { first, _ in first } }
    let found = try await keysOfStores(for: places)
    // Somebody has set a pair that cannot be meant for all of them.
    if pair != nil, places.contains(where: { found[$0] == nil }) {
      throw .onePair(variables: side.variables, stores: stores)
    }
    return found
  }

  /// The keys for both sides of tasks that are to be started, as far as there are some.
  ///
  /// - Throws: As ``keys(for:on:)`` does.
  package func keys(
    for tasks: [MigrationTask]
  ) async throws(ConfigurationError) -> [TaskID: TransferKeys] {
    let sources = try await keys(for: tasks.map(\.source), on: .source)
    let destinations = try await keys(for: tasks.map(\.destination), on: .destination)
    let pairs = tasks.map { task in
      let keys = TransferKeys(
        source: sources[task.source], destination: destinations[task.destination])
      return (task.id, keys)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private func keysOfStores(
    for places: [StorageLocation]
  ) async throws(ConfigurationError) -> [StorageLocation: StorageKeys] {
    let paths = FerryPaths(environment: environment.filter { !$0.value.isEmpty })
    let stores = try ConfigurationFile(path: paths.configuration).usableStores
    var opened: [(store: KeyStore, keys: StorageKeys)] = []
    var found: [StorageLocation: StorageKeys] = [:]
    for place in places where found[place] == nil {
      guard let store = stores.store(for: place) else { continue }
      if let known = opened.first(where: { $0.store == store }) {
        found[place] = known.keys
        continue
      }
      do throws(KeyFault) {
        let keys = try await keys(of: store, for: place)
        opened.append((store, keys))
        found[place] = keys
      } catch {
        throw .keys(.store(match: store.match.description), error)
      }
    }
    return found
  }

  private func keys(
    of store: KeyStore, for place: StorageLocation
  ) async throws(KeyFault) -> StorageKeys {
    switch store.source {
    case .command(let command): return try await command.keys()
    case .environment(let name):
      let keys: StorageKeys?
      do throws(ConfigurationError) {
        keys = try EnvironmentKeys(environment: environment, name: name).keys(at: place.provider)
      } catch {
        throw .unusable(error)
      }
      guard let keys else { throw .noVariables(name) }
      return keys
    case .remote(let name): return try await remote(name, place)
    case .profile(let name): return try await ProfileKeys(environment: environment).keys(of: name)
    }
  }
}

extension MigrationSide {
  /// What the names of the variables with its keys begin with.
  package var variables: String {
    switch self {
    case .source: "FERRY_SOURCE"
    case .destination: "FERRY_DESTINATION"
    }
  }
}
