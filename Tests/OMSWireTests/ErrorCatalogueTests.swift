import Testing

@testable import Migration
@testable import OMSWire

/// The reference's tables, row by row.
struct ErrorCatalogueTests {
  typealias Repeat = ErrorCatalogue.Repeat

  struct Row: Sendable, CustomTestStringConvertible {
    var codes: [String]
    var status: Int
    var `repeat`: Repeat
    var kind: APIProblem.Kind

    init(_ codes: [String], status: Int = 400, _ repeat: Repeat, _ kind: APIProblem.Kind) {
      self.codes = codes
      self.status = status
      self.repeat = `repeat`
      self.kind = kind
    }

    var testDescription: String { codes.joined(separator: " ") }
  }

  static let service: [Row] = [
    Row(["0001", "0002"], .fix, .invalid),
    Row(["0004"], .no, .invalid),
    Row(["0005", "1008"], .no, .invalid),
    Row(["0014"], .fix, .invalid),
    Row(["0051", "0052"], .no, .invalid),
    Row(["0053"], .no, .notFound),
    Row(["0054"], .no, .invalid),
    Row(["0055", "0056", "0057", "0058", "0059", "0060"], .fix, .invalid),
    Row(["0061"], .no, .invalid),
    Row(["0062"], .wait, .server),
    Row(["0063"], .no, .wrongState),
    Row(["0064"], .fix, .invalid),
    Row(["0065", "0066"], .no, .wrongState),
    Row(["0067", "1006"], .no, .invalid),
    Row(["0068", "1005"], .once, .credentials),
    Row(["0069"], .fix, .invalid),
    Row(["0070"], .no, .wrongState),
    Row(["0072"], .no, .credentials),
    Row(["0072"], status: 403, .no, .credentials),
    Row(["0073"], .wait, .server),
    Row(["0074", "1003", "1010"], .no, .invalid),
    Row(["0075", "0076"], .hours, .throttled),
    Row(["0077"], .no, .throttled),
    Row(["0078", "0079", "0080", "0081", "0082", "0083", "0084", "0085"], .fix, .invalid),
    Row(["0086"], .no, .wrongState),
    Row(["0087", "0088", "0089", "0151"], .fix, .invalid),
    Row(["0152", "0153", "0154", "0155"], .wait, .server),
    Row(["0162", "0163"], .once, .credentials),
    Row(["0167"], .fix, .wrongState),
    Row(["0201", "0202", "0203", "0204"], .no, .credentials),
    Row(["0256"], .no, .invalid),
    Row(["0302", "0303", "0304", "0305", "0306", "0307", "0308"], .fix, .invalid),
    Row(["1001"], .wait, .server),
    Row(["1001"], status: 500, .wait, .server),
    Row(["1002"], .no, .invalid),
    Row(["1004", "1007"], .fix, .invalid),
    Row(["1009"], .no, .notFound),
    Row(["1009"], status: 404, .no, .notFound),
    Row(["1014", "1016", "1018", "1020", "1023", "1032"], .fix, .invalid),
    Row(["1021", "1037"], .hours, .throttled),
    Row(["1022"], .wait, .wrongState),
    Row(["1026", "1035"], .wait, .server),
    Row(["1036", "1039", "1040"], .no, .wrongState),
    Row(["1038"], .no, .wrongState),
    Row(["1041"], .no, .invalid),
  ]

  @Test(arguments: service)
  func `a code of the service says what it is and whether to repeat`(row: Row) {
    for code in row.codes {
      for family in ["OMS", "S3M", "oms"] {
        let meaning = ErrorCatalogue.meaning(
          code: "\(family).\(code)", message: "", status: row.status)
        #expect(meaning.repeat == row.repeat, "\(code)")
        #expect(meaning.kind == row.kind, "\(code)")
        #expect(meaning.reason != .requestRefused)
      }
    }
  }

  @Test func `the table is in the order of its numbers, each once`() {
    let numbers = ErrorTable.rows.map(\.number)
    #expect(numbers == Set(numbers).sorted())
  }

  static let gateway: [Row] = [
    Row(["0101"], status: 404, .no, .invalid),
    Row(["0103"], status: 404, .no, .server),
    Row(["0104", "0105", "0106"], .no, .server),
    Row(["0201"], .no, .invalid),
    Row(["0201"], status: 413, .no, .invalid),
    Row(["0201"], status: 414, .no, .invalid),
    Row(["0201"], status: 494, .no, .invalid),
    Row(["0201"], status: 502, .wait, .server),
    Row(["0201"], status: 504, .wait, .server),
    Row(["0302", "0306", "0802"], status: 403, .no, .credentials),
    Row(["0303", "0304", "0305", "0310", "0311"], status: 401, .no, .credentials),
    Row(["0304", "0305", "0310", "0311"], status: 403, .no, .credentials),
    Row(["0307"], status: 401, .once, .credentials),
    Row(["0308"], status: 429, .wait, .throttled),
  ]

  @Test(arguments: gateway)
  func `a code of the gateway says what it is and whether to repeat`(row: Row) {
    for code in row.codes {
      for family in ["APIGW", "APIG"] {
        let meaning = ErrorCatalogue.meaning(
          code: "\(family).\(code)", message: "", status: row.status)
        #expect(meaning.repeat == row.repeat, "\(code)")
        #expect(meaning.kind == row.kind, "\(code)")
      }
    }
  }

  @Test(arguments: [
    (300, Repeat.fix, APIProblem.Kind.invalid), (302, .fix, .invalid), (400, .no, .invalid),
    (401, .once, .credentials), (403, .no, .credentials), (404, .no, .invalid),
    (405, .no, .invalid), (406, .no, .invalid), (409, .no, .wrongState), (413, .fix, .invalid),
    (415, .no, .invalid), (429, .wait, .throttled), (500, .wait, .server), (501, .no, .server),
    (502, .wait, .server), (503, .wait, .server), (504, .wait, .server), (505, .no, .invalid),
    (0, .no, .invalid), (999, .no, .invalid),
  ])
  func `without a code the status decides`(
    status: Int, repeat: Repeat, kind: APIProblem.Kind
  ) {
    for code in [nil, "", "OMS", "OMS.", "OMS.9999", "OMS.0063.1", "XYZ.0063", "TRF.0063", "0063"] {
      let meaning = ErrorCatalogue.meaning(code: code, message: "", status: status)
      #expect(meaning.repeat == `repeat`)
      #expect(meaning.kind == kind)
    }
  }

  @Test(
    arguments: [
      // Somebody has read the call and says what is wrong with it.
      (nil, 400, false), (nil, 404, false), (nil, 429, false), (nil, 501, false), (nil, 505, false),
      ("OMS.1008", 501, false), ("OMS.0066", 400, false), ("OMS.0066", 500, false),
      ("OMS.0053", 500, false), ("OMS.0072", 500, false), ("OMS.1021", 500, false),
      ("S3M.0063", 503, false), ("APIGW.0308", 503, false), ("APIGW.0301", 500, false),
      ("APIGW.0104", 500, false),
      // Something has gone wrong, and nobody says when.
      (nil, 500, true), (nil, 502, true), (nil, 503, true), (nil, 504, true), (nil, 507, true),
      ("OMS.1001", 500, true), ("OMS.0062", 500, true), ("OMS.9999", 500, true),
      ("APIGW.0201", 502, true), ("APIGW.0201", 504, true),
    ] as [(String?, Int, Bool)])
  func `only trouble leaves open what became of a call`(
    code: String?, status: Int, leavesDoubt: Bool
  ) {
    let meaning = ErrorCatalogue.meaning(code: code, message: "", status: status)
    #expect(meaning.leavesDoubt(status: status) == leavesDoubt)
  }

  @Test(arguments: [
    (
      "Incorrect IAM authentication information: verify aksk signature fail",
      CredentialRefusal.signature,
      Repeat.no
    ),
    (
      "verify aksk signature fail, canonicalRequest:GET|/x-auth-token not found|token expires|",
      .signature,
      .no
    ),
    (
      "Incorrect IAM authentication information: AK access failed to reach the limit, forbidden",
      .locked, .no
    ),
    ("signature expired", .expired, .once), ("Signature Expired", .expired, .once),
    ("decrypt token fail", .token, .once), ("token expires", .token, .once),
    ("Incorrect IAM authentication information: x-auth-token not found", .missing, .no),
    ("Get secretKey failed", .unknownKey, .no), ("", .signature, .no),
  ])
  func `the gateway's words say why it refused`(
    message: String, refusal: CredentialRefusal, repeat: Repeat
  ) {
    let meaning = ErrorCatalogue.meaning(code: "APIGW.0301", message: message, status: 401)
    #expect(meaning.refusal == refusal)
    #expect(meaning.repeat == `repeat`)
    #expect(meaning.kind == .credentials)
  }
}
