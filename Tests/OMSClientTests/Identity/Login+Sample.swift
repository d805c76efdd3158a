@testable import Migration
@testable import OMSClient

extension Login {
  /// Somebody who does not exist.
  static let sample = Login(
    user: "alice", account: "acme", password: Secret("FAKE-\"PASS\"/WORD"), scope: .name("region-x")
  )
}
