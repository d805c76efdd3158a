/// Error codes as they come: a family, a point and a number, such as `OMS.0063`.
package enum ServiceCode {
  /// The number of a code of the service, or `nil` when it is of another family.
  ///
  /// `S3M.` is the older name of the same numbers.
  package static func number(ofServiceCode code: String) -> Int? {
    number(of: code, families: ["OMS", "S3M"])
  }

  /// Whether `text` is a family that is known and a number, whatever that means, and nothing else.
  package static func isCode(_ text: String) -> Bool {
    number(ofServiceCode: text) != nil || gatewayNumber(of: text) != nil
  }

  /// The number of a code of the gateway, or `nil` when it is of another family.
  package static func gatewayNumber(of code: String) -> Int? {
    number(of: code, families: ["APIGW", "APIG"])
  }

  /// The number of a code, or `nil` when it is of none of `families`.
  package static func number(of code: String, families: [String]) -> Int? {
    let parts = code.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, families.contains(parts[0].uppercased()) else { return nil }
    return Int(parts[1])
  }
}
