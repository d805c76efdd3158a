import TestSupport

/// Bodies as a bad line or a bad service could leave them.
enum Damage {
  /// `body` with one to three things wrong with it.
  static func damaged(_ body: [UInt8], _ random: inout Generator) -> [UInt8] {
    var body = body
    for _ in 0..<Int.random(in: 1...3, using: &random) where !body.isEmpty {
      let place = Int.random(in: body.indices, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: body[place] = UInt8.random(in: .min ... .max, using: &random)
      case 1: body.remove(at: place)
      case 2: body.insert(UInt8.random(in: 0x20..<0x7F, using: &random), at: place)
      case 3: if Int.random(in: 0..<10, using: &random) == 0 { body.removeSubrange(place...) }
      default: replaceValue(after: place, of: &body, &random)
      }
    }
    return body
  }

  /// Puts another value in place of the number, word or text after `place`.
  private static func replaceValue(
    after place: Int, of body: inout [UInt8], _ random: inout Generator
  ) {
    guard let colon = body[place...].firstIndex(of: UInt8(ascii: ":")) else { return }
    let start = body.index(after: colon)
    let end = body[start...].firstIndex { Array(",}]".utf8).contains($0) } ?? body.endIndex
    let values = [
      "null", "true", "0", "-1", "1e30", "1e999", "0.5", "\"\"", "\"7\"", "\"nan\"", "[]", "{}",
      "[1,\"a\"]", "9223372036854775807", "-9223372036854775809", "\"\\ud83d\\u0041\"",
    ]
    guard let value = values.randomElement(using: &random) else { return }
    body.replaceSubrange(start..<end, with: value.utf8)
  }
}
