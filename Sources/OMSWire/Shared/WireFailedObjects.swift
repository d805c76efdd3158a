import FoundationEssentials
import Migration

/// `failed_object_record`: an object, or the same as JSON in a text; the reason has several names.
struct WireFailedObjects: Decodable {
  package let list: FailedObjectList?

  private enum CodingKeys: String, CodingKey {
    case result, errorCode, reson, reason
    case key = "list_file_key"
    case errorCodeV2 = "error_code"
  }

  private struct Written: Decodable {
    package let list: FailedObjectList?

    init(from decoder: any Decoder) throws {
      list = WireFailedObjects.list(in: try decoder.container(keyedBy: CodingKeys.self))
    }
  }

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: CodingKeys.self) {
      list = Self.list(in: container)
    } else {
      let text = try decoder.singleValueContainer().decode(String.self)
      list = (try? JSONReader.decode(Written.self, from: Array(text.utf8)))?.list
    }
  }

  private static func list(
    in container: KeyedDecodingContainer<CodingKeys>
  ) -> FailedObjectList? {
    guard let canRetry = container.lenient(Bool.self, .result) else { return nil }
    let codes: [CodingKeys] = [.errorCode, .errorCodeV2, .reson, .reason]
    return FailedObjectList(
      canRetry: canRetry, key: container.text(.key),
      errorCode: codes.lazy.compactMap { container.words($0) }.first)
  }
}
