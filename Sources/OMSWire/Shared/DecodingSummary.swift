/// Says in words where an answer could not be read, without quoting the answer.
package enum DecodingSummary {
  package static func text(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return "not readable" }
    switch error {
    case .keyNotFound(let key, _): return "\(key.stringValue) is missing"
    case .typeMismatch(_, let context): return "\(place(context)) has another type"
    case .valueNotFound(_, let context): return "\(place(context)) is null"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty ? "not JSON" : "\(place(context)) is not readable"
    @unknown default: return "not readable"
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map(\.stringValue).joined(separator: ".")
    return path.isEmpty ? "the answer" : path
  }
}
