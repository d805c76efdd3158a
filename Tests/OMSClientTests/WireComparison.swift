import TestSupport
import FoundationEssentials

/// Compares an answer with its echo by what they mean.
enum WireComparison {
  /// Members of answers that Ferry shows nowhere, and does not read.
  private static let unread: Set<String> = [
    // Bytes without skipped objects; the totals say enough.
    "real_size",
    // The kind of file system and of the task's origin; the group's id says the latter.
    "obs_system", "group_type",
    // Empty in every known list of versions.
    "version", "min_version",
    // Invented, to see whether unknown members do harm.
    "brand_new",
  ]

  /// What `echo` lacks or has otherwise, as paths with both values.
  ///
  /// Members that `answer` does not have are not compared.
  static func differences(answer: JSON, echo: JSON, at path: String = "") -> [String] {
    let (answer, echo) = (meaning(of: answer), meaning(of: echo))
    switch (answer, echo) {
    case (.object(let members), .object(let found)):
      return members.sorted { $0.key < $1.key }.flatMap { name, value in
        unread.contains(name)
          ? [] : differences(answer: value, echo: found[name] ?? .null, at: "\(path).\(name)")
      }
    case (.list(let values), .list(let found)) where values.count == found.count:
      return zip(values, found).enumerated().flatMap { index, pair in
        differences(answer: pair.0, echo: pair.1, at: "\(path)[\(index)]")
      }
    case (.null, _), (.bool, _), (.integer, _), (.number, _), (.text, _), (.list, _), (.object, _):
      return answer == echo ? [] : ["\(path): \(answer) was read as \(echo)"]
    }
  }

  /// One form for everything that means the same: nothing, numbers, selections, lists of failures.
  private static func meaning(of value: JSON) -> JSON {
    switch value {
    case .null, .bool: return value
    case .integer(let number): return number == 0 ? .null : value
    case .number(let number):
      return Int64(exactly: number).map { meaning(of: .integer($0)) } ?? value
    case .text(let text): return meaning(ofText: text)
    case .list(let values):
      let values = values.map(meaning).filter { $0 != .null }
      return values.count > 1 ? .list(values) : values.first ?? .null
    case .object(let members):
      if let keys = members["keys"], members["path"] != nil { return meaning(of: keys) }
      let renamed = members.map { name, value in
        (["errorCode", "reson"].contains(name) ? "error_code" : name, value)
      }
      let all = Dictionary(renamed) { one, _ in one }
      return all.values.allSatisfy { meaning(of: $0) == .null } ? .null : .object(all)
    }
  }

  private static func meaning(ofText text: String) -> JSON {
    if ["", "/", "--"].contains(text) { return .null }
    if let number = Int64(text) { return meaning(of: .integer(number)) }
    if text.hasPrefix("{"),
      let value = try? JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    {
      return meaning(of: value)
    }
    return .text(text)
  }
}
