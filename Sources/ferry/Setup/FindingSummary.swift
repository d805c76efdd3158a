import Migration
import Words

/// What a check found, in words, as `ferry doctor --output json` has it.
struct FindingSummary: Encodable {
  /// What was looked at.
  let check: Finding.Check
  /// How bad it is.
  let status: Finding.Status
  /// The kind of problem, if it is one.
  let trouble: Finding.Trouble?
  /// What was found.
  let text: String
  /// What to do next; `nil` when there is nothing to do.
  let advice: String?

  /// A finding in the language of this run.
  init(_ finding: Finding) {
    check = finding.check
    status = finding.status
    trouble = finding.trouble
    text = Spoken.tongue.words(finding)
    advice = Spoken.tongue.advice(on: finding)
  }

  private enum CodingKeys: String, CodingKey {
    case check, status, text, advice
  }

  // Programs that read this find every member, if only as null.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(check, forKey: .check)
    try container.encode(status, forKey: .status)
    try container.encode(text, forKey: .text)
    try container.encode(advice, forKey: .advice)
  }
}
