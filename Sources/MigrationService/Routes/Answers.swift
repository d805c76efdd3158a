import HTTPTypes
import Hummingbird
import NIOCore
import OMSWire

extension Response {
  /// An answer with a value in its form.
  static func json<Value>(
    _ form: WireForm<Value>, _ value: Value, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json;charset=UTF-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: form.bytes(of: value))))
  }

  /// An answer without a body.
  static func empty(_ status: HTTPResponse.Status = .ok) -> Response {
    Response(status: status)
  }
}
