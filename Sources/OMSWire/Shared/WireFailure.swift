import Migration

/// `error_reason`: an object, or an empty text or null when there is none.
struct WireFailure: Decodable {
  let failure: TaskFailure?

  private enum CodingKeys: String, CodingKey {
    case code = "error_code"
    case message = "error_msg"
  }

  init(from decoder: any Decoder) throws {
    // Most tasks of v1 have the empty text here.
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      failure = text.isEmpty ? nil : TaskFailure(code: "", message: text)
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let failure = TaskFailure(code: container.text(.code), message: container.text(.message))
    self.failure = failure.code.isEmpty && failure.message.isEmpty ? nil : failure
  }
}
