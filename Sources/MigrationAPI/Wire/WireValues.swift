package import FoundationEssentials

/// Times as the wire has them: whole numbers whose unit depends on the member.
package enum WireTime {
  /// The instant, or `nil` for the 0 that means "not set".
  package static func date(ofMilliseconds milliseconds: Int64?) -> Date? {
    guard let milliseconds, milliseconds > 0 else { return nil }
    return Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// The instant of a member whose unit no document names: values below 10^11 are seconds.
  package static func date(ofSecondsOrMilliseconds value: Int64?) -> Date? {
    guard let value, value > 0 else { return nil }
    return value < 100_000_000_000
      ? Date(timeIntervalSince1970: Double(value)) : date(ofMilliseconds: value)
  }

  /// The length of time, or `nil` for the 0 that means "not known" or "nothing left".
  package static func duration(ofMilliseconds milliseconds: Int64?) -> Duration? {
    guard let milliseconds, milliseconds > 0 else { return nil }
    return .milliseconds(milliseconds)
  }
}

/// `error_reason`: an object, or an empty text or null when there is none.
struct WireFailure: Decodable {
  let failure: TaskFailure?

  private enum CodingKeys: String, CodingKey {
    case code = "error_code"
    case message = "error_msg"
  }

  init(from decoder: any Decoder) throws {
    guard let container = try? decoder.container(keyedBy: CodingKeys.self) else {
      let text = try decoder.singleValueContainer().decode(String.self)
      failure = text.isEmpty ? nil : TaskFailure(code: "", message: text)
      return
    }
    let failure = TaskFailure(code: container.text(.code), message: container.text(.message))
    self.failure = failure.code.isEmpty && failure.message.isEmpty ? nil : failure
  }
}

/// `failed_object_record`: an object, or the same as JSON in a text; the reason has two names.
struct WireFailedObjects: Decodable {
  let list: FailedObjectList?

  private struct Members: Decodable {
    let list: FailedObjectList?

    private enum CodingKeys: String, CodingKey {
      case result, errorCode, reson, reason
      case key = "list_file_key"
      case errorCodeV2 = "error_code"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      guard let canRetry = container.lenient(Bool.self, .result) else {
        list = nil
        return
      }
      let codes: [CodingKeys] = [.errorCode, .errorCodeV2, .reson, .reason]
      let code = codes.lazy.map { container.text($0) }.first { !$0.isEmpty }
      list = FailedObjectList(canRetry: canRetry, key: container.text(.key), errorCode: code)
    }
  }

  init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      list = (try? JSONDecoder().decode(Members.self, from: Data(text.utf8)))?.list
    } else {
      list = try Members(from: decoder).list
    }
  }
}
