import ArgumentParser
import Foundation
import Migration
import OMSWire

/// Signs a request for a page again and again.
struct Sign: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Sign a request.")

  @Argument(help: "How often.")
  var count: Int

  func run() throws {
    let project = "0f0e0d0c0b0a09080706050403020100"
    let signer = RequestSigner(
      keys: StorageKeys(accessKey: "EXAMPLE", secretKey: Secret("example")), projectID: project)
    let request = UnsignedRequest(
      method: "GET", host: "oms.region-x.example.test", path: "/v2/\(project)/tasks",
      query: [("offset", "0"), ("limit", "100")],
      headers: [("Content-Type", "application/json")], body: [])
    try CoreBench.print([
      "ms": CoreBench.times(count) { _ = signer.signedHeaders(of: request, at: Date()) }
    ])
  }
}
