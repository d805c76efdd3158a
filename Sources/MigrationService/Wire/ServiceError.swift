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

  /// Refuses what the state of a task or a group forbids; `nil` when it does not.
  static func refuse(_ refusal: Refusal?) throws(ServiceError) {
    guard let refusal else { return }
    throw ServiceError(
      ErrorCatalogue.meaning(code: refusal.code, message: "", status: 400).reason)
  }

  /// There is no such group.
  static let noSuchGroup = ServiceError(.noSuchTaskOrGroup, status: 404)

  /// The call is a part of the API that has no meaning on one machine.
  ///
  /// - Parameter reason: Why, and what to use instead.
  /// - Returns: The refusal, with the status for what is not implemented.
  static func notOffered(_ reason: String) -> ServiceError {
    ServiceError(.methodRefused, reason, status: 501)
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

  /// As many questions about stores are being answered as may be at once.
  static let tooManyQuestions = ServiceError(
    status: 429, code: "APIGW.0308",
    message: "The throttling threshold has been reached: too many stores are being asked.",
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
