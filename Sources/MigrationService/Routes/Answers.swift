import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import NIOFoundationEssentialsCompat

extension Response {
  /// An answer with a JSON body.
  static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    let body = try JSONEncoder().encode(value)
    return Response(
      status: status, headers: [.contentType: "application/json;charset=UTF-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(data: body)))
  }

  /// An answer without a body.
  static func empty(_ status: HTTPResponse.Status = .ok) -> Response {
    Response(status: status)
  }
}

/// The body of a refusal.
struct ErrorAnswer: Encodable {
  private let code: String
  private let message: String
  private let requestID: String?

  private enum CodingKeys: String, CodingKey {
    case code = "error_code"
    case message = "error_msg"
    case requestID = "request_id"
  }

  /// The words for `error`; the gateway's bodies name the request too.
  init(_ error: ServiceError, requestID: String) {
    code = error.code
    message = error.message
    self.requestID = error.isFromGateway ? requestID : nil
  }
}
