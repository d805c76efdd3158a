import Migration
import Words

/// What a check found, as `ferry doctor --output json` has it.
struct FindingSummary: Encodable {
  private let finding: Finding

  init(_ finding: Finding) {
    self.finding = finding
  }

  private enum CodingKeys: String, CodingKey {
    case check, status, text, advice
  }

  // Programs that read this find every member, if only as null.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(finding.check, forKey: .check)
    try container.encode(finding.status, forKey: .status)
    try container.encode(Spoken.written.words(finding), forKey: .text)
    try container.encode(Spoken.written.advice(on: finding), forKey: .advice)
  }
}
