import FoundationEssentials
import Migration
import OMSWire

extension JSONValue {
  /// The members of the object that `body` holds.
  ///
  /// - Throws: `OMS.0067` when it is no JSON, `OMS.0061` when it is no object.
  static func members(of body: Data) throws(ServiceError) -> [String: JSONValue] {
    guard let value = try? JSONValue([UInt8](body)) else { throw ServiceError(.notJSON) }
    guard case .object(let members) = value else { throw ServiceError(.parametersMalformed) }
    return members
  }
}
