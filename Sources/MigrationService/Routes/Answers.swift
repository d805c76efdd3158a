import HTTPTypes
import Hummingbird
import NIOCore
import OMSWire

extension Response {
  /// An answer with a value in its form.
  static func json<Value>(
    _ form: WireForm<Value>, _ value: Value, status: HTTPResponse.Status = .ok
  ) -> Response {
    json(bytes: form.bytes(of: value), status: status)
  }

  /// An answer that is JSON already.
  static func json(bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json;charset=UTF-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// A page of tasks that is JSON already.
  static func page(_ page: TaskEngine.AnsweredPage, _ bytes: [UInt8]) -> Response {
    var response = json(bytes: bytes)
    if let tag = page.tag { response.headers[.eTag] = tag }
    return response
  }

  /// An answer that is text.
  static func text(_ text: String, type: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// An answer without a body.
  static func empty(_ status: HTTPResponse.Status = .ok) -> Response {
    Response(status: status)
  }
}
