import OMSWire
import Foundation
import Testing

@testable import MigrationService

/// What this service cannot do is refused by name.
struct FeasibilityTests {
  typealias Case = RequestValidationTests.Case

  private static func node(_ members: String) -> String { "{\(members)}" }

  static let cases: [Case] = [
    Case(
      "encryption, which is not possible", "OMS.0069",
      Bodies.create().replacing(#""enableKMS":false"#, with: #""enableKMS":true"#)),
    Case(
      "a restore, which is not possible", "OMS.0082",
      Bodies.create(more: #","auto_restore":true"#)),
    Case(
      "a domain, which is not possible", "OMS.0081",
      Bodies.create(
        more: #","source_cdn":{"protocol":"http","domain":"d","authentication_type":"NONE"}"#)),
    Case(
      "a destination at nobody known", "OMS.0058",
      Bodies.create(
        destination: node(
          #""cloud_type":"Foo","region":"r","ak":"a","sk":"s","bucket":"b","object_key":"""#))),
    Case(
      "a destination inside its source", "OMS.0058",
      Bodies.create(
        source: node(#""cloud_type":"Local","bucket":"/data","object_key":"""#),
        destination: node(#""cloud_type":"Local","bucket":"/data/backup","object_key":"""#))),
  ]

  @Test(arguments: cases)
  func `a creation that could be carried out in part alone is refused`(_ wrong: Case) {
    let error = #expect(throws: ServiceError.self) {
      try CreateRequest(body: Data(wrong.body.utf8), in: .v1)
    }
    #expect(error?.code == wrong.code)
  }
}
