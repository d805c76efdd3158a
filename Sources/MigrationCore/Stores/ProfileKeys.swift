import Migration
import OMSClient

/// The keys that a profile signs with, for a store that is the same account's.
struct ProfileKeys {
  let environment: [String: String]

  /// The keys of the profile `name`; nothing but them is asked of it.
  ///
  /// - Throws: `KeyFault` when it has none, or they could not be had.
  func keys(of name: String) async throws(KeyFault) -> StorageKeys {
    let credentials: Credentials
    do {
      credentials = try await source(name).current()
    } catch let problem as APIProblem {
      throw .refused(problem)
    } catch let error as ConfigurationError {
      throw .unusable(error)
    } catch {
      throw .keylessProfile(name)
    }
    guard let keys = credentials.storageKeys else { throw .keylessProfile(name) }
    return keys
  }

  private func source(_ name: String) throws(ConfigurationError) -> any CredentialSource {
    try ConnectionResolver.chosen(ConnectionChoice(profile: name), environment: environment)
      .credentials()
  }
}
