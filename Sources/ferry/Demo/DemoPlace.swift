import Migration
import MigrationCore
import OMSClient

/// Where a demo's service is, as one line.
struct DemoPlace {
  /// Printed by the host once every kind of task is there.
  static let seeded = "seeded"

  var endpoint: String
  var projectID: String
  var keys: StorageKeys

  init(endpoint: String, projectID: String, keys: StorageKeys) {
    self.endpoint = endpoint
    self.projectID = projectID
    self.keys = keys
  }

  /// Reads what ``line`` writes.
  init?(line: String) {
    let pairs = line.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1) }
    let values = Dictionary(
      pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) },
      uniquingKeysWith: { $1 })
    guard let endpoint = values["endpoint"], let projectID = values["project_id"],
      let access = values["access_key"], let secret = values["secret_key"]
    else { return nil }
    self.init(
      endpoint: endpoint, projectID: projectID,
      keys: StorageKeys(accessKey: access, secretKey: Secret(secret)))
  }

  /// The line that the contract fixes; the keys are good for this demo alone.
  var line: String {
    "endpoint=\(endpoint) project_id=\(projectID) access_key=\(keys.accessKey) "
      + "secret_key=\(keys.secretKey.reveal())"
  }

  /// The connection for the dashboard.
  var connection: Connection {
    get throws {
      Connection(
        profile: "demo", endpoint: try Endpoint(endpoint), projectID: projectID,
        credentials: .keys(keys, securityToken: nil))
    }
  }
}
