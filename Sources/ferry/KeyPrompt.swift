import Migration
import MigrationCore
import Words

/// Gets storage keys from the environment, from the stores of the configuration, or from the terminal,
/// without echo; never from arguments.
struct KeyPrompt {
  var environment: [String: String]

  /// The variable with the key for the domain that a source is read through.
  private static let domainVariable = "FERRY_SOURCE_DOMAIN_KEY"

  /// What moves where, as far as keys are needed for it.
  struct Route {
    var source: StorageLocation
    var destination: StorageLocation
    var domain: SourceDomain?
  }

  /// Finds keys without asking.
  var stores: StoreKeys { StoreKeys(environment: environment, remote: RcloneKeys.keys) }

  /// The keys for both sides of each route, as far as they are needed; what is not there is asked for,
  /// once a store.
  ///
  /// - Returns: The keys in the order of the routes.
  /// - Throws: ``Failure`` when some are missing and nobody can be asked, or `ConfigurationError` for
  ///   half a pair or a store that gives none.
  func keys(for routes: [Route]) async throws -> [TransferKeys] {
    let sources = try await keys(for: routes.map(\.source), on: .source)
    let destinations = try await keys(for: routes.map(\.destination), on: .destination)
    let wantsDomain = routes.contains { $0.domain?.needsKey == true }
    let domain = wantsDomain ? try foundDomainKey ?? askedDomainKey() : nil
    return routes.map { route in
      TransferKeys(
        source: sources[route.source], destination: destinations[route.destination],
        sourceDomain: route.domain?.needsKey == true ? domain : nil)
    }
  }

  /// The keys for a new task.
  ///
  /// - Throws: As ``keys(for:)-([Route])``.
  func keys(for task: NewTask) async throws -> TransferKeys {
    let route = Route(
      source: task.source, destination: task.destination, domain: task.settings.sourceDomain)
    return try await keys(for: [route]).first ?? TransferKeys()
  }

  /// The keys for a new task that are there without anybody being asked.
  ///
  /// - Throws: `ConfigurationError` for half a pair, or a store that gives none.
  func keysAtHand(
    for task: NewTask
  ) async throws(ConfigurationError) -> TransferKeys {
    TransferKeys(
      source: try await stores.keys(for: [task.source], on: .source)[task.source],
      destination: try await stores.keys(for: [task.destination], on: .destination)[
        task.destination],
      sourceDomain: task.settings.sourceDomain?.needsKey == true ? foundDomainKey : nil)
  }

  /// The keys for places of one side; those that need none have none.
  ///
  /// - Throws: As ``keys(for:)-([Route])``.
  func keys(
    for places: [StorageLocation], on side: MigrationSide
  ) async throws -> [StorageLocation: StorageKeys] {
    var found = try await stores.keys(for: places, on: side)
    let needy = places.filter(\.needsKeys)
    let isOneStore = needy.allSatisfy { $0.store == needy.first?.store }
    var asked: [[String]: StorageKeys] = [:]
    for place in needy where found[place] == nil {
      let question = KeyQuestion(
        side: side, provider: place.provider,
        store: isOneStore ? nil : place.store.joined(separator: " "))
      let keys = try asked[place.store] ?? question.ask()
      asked[place.store] = keys
      found[place] = keys
    }
    return found
  }

  private var foundDomainKey: Secret? {
    environment[Self.domainVariable].flatMap { $0.isEmpty ? nil : Secret($0) }
  }

  private func askedDomainKey() throws -> Secret {
    try KeyQuestion.hidden(
      .domainKey, of: KeyTalk.Owner(.source, store: nil), variable: Self.domainVariable)
  }
}
