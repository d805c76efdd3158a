import Migration
import MigrationCore

/// Gets storage keys from the environment or from the terminal, without echo; never from arguments.
struct KeyPrompt {
  var environment: [String: String]

  /// Why keys are asked for, and where they are taken from.
  static let explanation = """
    The service keeps no storage keys, so they are asked for, or taken from FERRY_SOURCE_AK, \
    FERRY_SOURCE_SK, FERRY_DESTINATION_AK and FERRY_DESTINATION_SK.
    """

  /// The keys for both sides, as far as they are needed.
  ///
  /// - Throws: ``Failure`` when some are missing and nobody can be asked.
  func keys(source: Bool, destination: Bool) throws -> TransferKeys {
    TransferKeys(
      source: source ? try keys(of: "source", variables: "FERRY_SOURCE") : nil,
      destination: destination ? try keys(of: "destination", variables: "FERRY_DESTINATION") : nil)
  }

  private func keys(of side: String, variables: String) throws -> StorageKeys {
    try KeyPair.check(
      environment, access: variables + "_AK", secret: variables + "_SK", token: variables + "_TOKEN"
    )
    if let access = environment[variables + "_AK"], let secret = environment[variables + "_SK"],
      !access.isEmpty, !secret.isEmpty
    {
      let token = environment[variables + "_TOKEN"].flatMap { $0.isEmpty ? nil : Secret($0) }
      return StorageKeys(accessKey: access, secretKey: Secret(secret), securityToken: token)
    }
    guard Console.isInteractive else {
      throw Failure(
        Failure.usage,
        "the \(side) needs keys; set \(variables)_AK and \(variables)_SK")
    }
    guard let access = Console.ask("Access key of the \(side):"), !access.isEmpty,
      let secret = Console.askHidden("Secret key of the \(side) (not shown):"), !secret.isEmpty
    else { throw Failure(Failure.failed, "no keys for the \(side); nothing was sent") }
    return StorageKeys(accessKey: access, secretKey: secret)
  }
}
