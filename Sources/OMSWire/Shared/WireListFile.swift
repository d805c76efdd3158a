import Migration

/// `list_file`, both ways; an empty text in its place is no list file.
struct WireListFile: Codable {
  let file: ListFile

  private enum CodingKeys: String, CodingKey {
    case bucket = "obs_bucket"
    case key = "list_file_key"
    case count = "list_file_num"
  }

  init(_ file: ListFile) { self.file = file }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    file = ListFile(
      bucket: container.text(.bucket), key: container.text(.key), count: container.words(.count))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file.bucket, forKey: .bucket)
    try container.encode(file.key, forKey: .key)
    try container.encodeIfPresent(file.count, forKey: .count)
  }
}
