import Foundation
import Migration
import MigrationCore

/// Gets storage keys from the environment or from the terminal, without echo; never from arguments.
struct KeyPrompt {
  var environment: [String: String]

  /// The variable with the key for the domain that a source is read through.
  private static let domainVariable = "FERRY_SOURCE_DOMAIN_KEY"

  /// One side of a migration, as users call it, and what its variables begin with.
  private enum Side: String {
    case source, destination

    var variables: String { "FERRY_\(rawValue.uppercased())" }
  }

  /// The keys for both sides, as far as they are needed; what is not there is asked for.
  ///
  /// - Parameters:
  ///   - source: A source that needs keys, or `nil`.
  ///   - destination: A destination that needs keys, or `nil`.
  ///   - domain: The domain that the source is read through, or `nil`.
  /// - Returns: The keys.
  /// - Throws: ``Failure`` when some are missing and nobody can be asked, or `ConfigurationError` for
  ///   half a pair.
  func keys(
    source: StorageLocation?, destination: StorageLocation?, domain: SourceDomain? = nil
  ) throws -> TransferKeys {
    TransferKeys(
      source: try source.map { try found($0, .source) ?? asked($0, .source) },
      destination: try destination.map { try found($0, .destination) ?? asked($0, .destination) },
      sourceDomain: domain?.needsKey == true ? try foundDomainKey ?? askedDomainKey() : nil)
  }

  /// The keys for a new task.
  ///
  /// - Throws: As ``keys(source:destination:domain:)``.
  func keys(for task: NewTask) throws -> TransferKeys {
    try keys(
      source: task.source.needsKeys ? task.source : nil,
      destination: task.destination.needsKeys ? task.destination : nil,
      domain: task.settings.sourceDomain)
  }

  /// The keys for a new task that are there without anybody being asked.
  ///
  /// - Throws: `ConfigurationError` for half a pair.
  func keysAtHand(for task: NewTask) throws -> TransferKeys {
    TransferKeys(
      source: task.source.needsKeys ? try found(task.source, .source) : nil,
      destination: task.destination.needsKeys ? try found(task.destination, .destination) : nil,
      sourceDomain: task.settings.sourceDomain?.needsKey == true ? foundDomainKey : nil)
  }

  private func found(_ location: StorageLocation, _ side: Side) throws -> StorageKeys? {
    let name = side.variables
    switch location.provider {
    case "Azure": return value(name + "_CONNECTION_STRING").map { .init(connectionString: $0) }
    case "Google": return try authFile(name + "_AUTH_FILE").map { .init(authFile: $0) }
    default:
      try KeyPair.check(
        environment, access: name + "_AK", secret: name + "_SK", token: name + "_TOKEN")
      guard let access = value(name + "_AK"), let secret = value(name + "_SK") else { return nil }
      return StorageKeys(
        accessKey: access.reveal(), secretKey: secret, securityToken: value(name + "_TOKEN"))
    }
  }

  private func asked(_ location: StorageLocation, _ side: Side) throws -> StorageKeys {
    let name = side.variables
    switch location.provider {
    case "Azure":
      return .init(
        connectionString: try hidden(
          "Connection string of the \(side.rawValue)", name + "_CONNECTION_STRING"))
    case "Google":
      throw Failure(
        Failure.usage,
        "the \(side.rawValue) needs a key file; set \(name)_AUTH_FILE to its path")
    default:
      guard Console.isInteractive else {
        throw Failure(
          Failure.usage, "the \(side.rawValue) needs keys; set \(name)_AK and \(name)_SK")
      }
      guard let access = Console.ask("Access key of the \(side.rawValue):"), !access.isEmpty else {
        throw Self.noKeys(side.rawValue)
      }
      return StorageKeys(
        accessKey: access, secretKey: try hidden("Secret key of the \(side.rawValue)", name + "_SK")
      )
    }
  }

  private var foundDomainKey: Secret? { value(Self.domainVariable) }

  private func askedDomainKey() throws -> Secret {
    try hidden("Key of the source's domain", Self.domainVariable)
  }

  private func hidden(_ what: String, _ variable: String) throws -> Secret {
    guard Console.isInteractive else {
      throw Failure(Failure.usage, "\(what.lowercasedFirst) is missing; set \(variable)")
    }
    guard let secret = Console.askHidden("\(what) (not shown):"), !secret.isEmpty else {
      throw Failure(Failure.failed, "\(what.lowercasedFirst) was not given; nothing was sent")
    }
    return secret
  }

  private static func noKeys(_ side: String) -> Failure {
    Failure(Failure.failed, "no keys for the \(side); nothing was sent")
  }

  private func value(_ name: String) -> Secret? {
    environment[name].flatMap { $0.isEmpty ? nil : Secret($0) }
  }

  /// What is in the file that a variable names.
  private func authFile(_ name: String) throws -> Secret? {
    guard let path = value(name)?.reveal() else { return nil }
    return Secret(String(decoding: try TextInput.bytes(of: path), as: UTF8.self))
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
