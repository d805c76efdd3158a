extension Chinese {
  package func words(ofParser line: String) -> String {
    if let found = line.wholeMatch(of: #/Unknown option ('.+?')(?:\. Did you mean ('.+')\?)?/#) {
      return "没有选项 \(found.1)" + (found.2.map { "；是指 \($0) 吗？" } ?? "")
    }
    if let found = line.wholeMatch(of: #/Missing value for ('.+')/#) { return "缺少 \(found.1) 的值" }
    if let found = line.wholeMatch(
      of: #/The option ('.+?') does not take any value, but ('.*') was specified/#)
    {
      return "选项 \(found.1) 不带值，却给出了 \(found.2)"
    }
    if let found = line.wholeMatch(of: #/Unexpected argument ('.*')/#) {
      return "多余的参数 \(found.1)"
    }
    if let found = line.wholeMatch(of: #/([0-9]+) unexpected arguments: ('.*')/#) {
      return "\(found.1) 个多余的参数：\(found.2)"
    }
    if let found = line.wholeMatch(of: #/Missing expected argument ('.+')/#) {
      return "缺少参数 \(found.1)"
    }
    if let found = line.wholeMatch(of: #/Invalid option: (.+)/#) { return "选项 \(found.1) 无效" }
    return wrongValue(line) ?? line
  }

  /// What the parser says of a value that is none of an option's.
  private func wrongValue(_ line: String) -> String? {
    guard
      let found = line.prefixMatch(of: #/The value ('.*?') is invalid for ('.+?')(?=$|\. |: )/#)
    else { return nil }
    let rest = line[found.range.upperBound...]
    let choice = rest.prefixMatch(of: #/\. Please provide one of (?:the following:)?\s*/#)
    let choices = choice.map { words in
      rest[words.range.upperBound...].split(separator: #/[\s,]+|\bor\b|\band\b|- /#)
        .map { $0.trimmingPrefix("'").prefix { $0 != "'" } }.filter { !$0.isEmpty }
        .joined(separator: "、")
    }
    return "值 \(found.1) 不能用于 \(found.2)" + (choices.map { "；可选 \($0)" } ?? "")
  }
}
