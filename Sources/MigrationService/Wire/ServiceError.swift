import Migration
import OMSWire

/// A request that is refused: the status, the code and the words of the answer.
struct ServiceError: Error, Equatable, Sendable {
  /// The HTTP status.
  let status: Int
  /// The code, such as `OMS.0063`.
  let code: String
  /// The words, which never hold a key.
  let message: String
  /// Whether OMS's gateway would have answered, which adds the request's id to the body.
  let isFromGateway: Bool

  private init(status: Int, code: String, message: String, isFromGateway: Bool) {
    self.status = status
    self.code = code
    self.message = message
    self.isFromGateway = isFromGateway
  }

  /// A refusal by the service itself.
  ///
  /// - Parameters:
  ///   - reason: Why; its code and its own sentence are those of the table of codes.
  ///   - detail: What exactly, such as a member's name; it must not quote a key.
  ///   - status: 400 for everything that the API documents.
  init(_ reason: ServiceReason, _ detail: String? = nil, status: Int = 400) {
    let refusal = ErrorCatalogue.refusal(for: reason)
    let sentence = refusal.message ?? ""
    self.init(
      status: status, code: refusal.code ?? "",
      message: detail.map { "\(sentence): \($0)." } ?? "\(sentence).", isFromGateway: false)
  }

  /// There is nothing at this path, or not with this method.
  static let unknownPath = ServiceError(
    status: 404, code: "APIGW.0101",
    message: "The API does not exist or has not been published in the environment.",
    isFromGateway: true)

  /// The body is larger than any request may be.
  static let bodyTooLarge = ServiceError(
    status: 413, code: "APIGW.0201", message: "The request body is too large.",
    isFromGateway: true)

  /// The caller is not who it says it is.
  static func unauthenticated(_ reason: String) -> ServiceError {
    ServiceError(
      status: 401, code: "APIGW.0301",
      message: "Incorrect IAM authentication information: \(reason)", isFromGateway: true)
  }

  /// The caller is known, but the project in the address is another's.
  static let otherProject = ServiceError(.permissionMissing, status: 403)
}
