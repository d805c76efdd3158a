import FoundationEssentials
import Migration
import OMSWire

extension JSONValue {
  /// More values than any request has that is meant: whoever has more keys puts them into a list file.
  private static let most = 20_000

  /// The members of the object that `body` holds.
  ///
  /// - Throws: `OMS.0067` when it is no JSON, `OMS.0061` when it is no object, `OMS.0064` when it has more
  ///   values than a request may have.
  static func members(of body: Data) throws(ServiceError) -> [String: JSONValue] {
    let value: JSONValue
    do throws(WireProblem) {
      value = try JSONValue([UInt8](body), atMost: most)
    } catch {
      guard error.reason == .tooLong else { throw ServiceError(.notJSON) }
      throw ServiceError(
        .parametersInvalid, "at most \(most) values are possible; more keys go into a list file")
    }
    guard case .object(let members) = value else { throw ServiceError(.parametersMalformed) }
    return members
  }
}
