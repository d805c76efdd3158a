import Migration

/// The zone of bandwidth windows, as JSON has it.
struct ZoneSummary: Encodable {
  private let zone: WindowZone

  init(_ zone: WindowZone) {
    self.zone = zone
  }

  private enum CodingKeys: String, CodingKey {
    case name
    case offset = "utc_offset"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(zone.name, forKey: .name)
    try container.encode(zone.offset, forKey: .offset)
  }
}
