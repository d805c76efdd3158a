package import SystemPackage
import FoundationEssentials
import Yams

/// `config.yaml`: profiles by name, and which of them is the default.
package struct ConfigurationFile: Equatable, Sendable, Decodable {
  /// The profile that is used when none is named.
  package var defaultProfile: String?
  /// The profiles.
  package var profiles: [String: Profile]

  private enum CodingKeys: String, CodingKey {
    case defaultProfile = "default"
    case profiles
  }

  /// A configuration without profiles.
  package init() {
    profiles = [:]
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    defaultProfile = try container.decodeIfPresent(String.self, forKey: .defaultProfile)
    profiles = try container.decodeIfPresent([String: Profile].self, forKey: .profiles) ?? [:]
  }

  /// Reads the file; a missing or empty one has no profiles.
  ///
  /// - Throws: ``ConfigurationError`` that names the file and what is wrong in it.
  package init(path: FilePath) throws(ConfigurationError) {
    let text: String
    do {
      guard let data = try PrivateFiles.contents(of: path) else {
        self.init()
        return
      }
      text = String(decoding: data, as: UTF8.self)
    } catch {
      throw ConfigurationError("\(path) cannot be read (\(error))")
    }
    do {
      self =
        try text.contains(where: { !$0.isWhitespace })
        ? YAMLDecoder().decode(Self.self, from: text) : Self()
    } catch {
      throw ConfigurationError("\(path) cannot be understood: \(Self.words(for: error))")
    }
  }

  private static func words(for error: any Error) -> String {
    switch error {
    case let error as YamlError:
      String(describing: error).split(separator: "\n").joined(separator: " ")
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.keyNotFound(_, let context):
      "\(path(context)) has a value of the wrong kind"
    case DecodingError.dataCorrupted(let context):
      "\(path(context)) has a value that is not allowed"
    default: "it is not YAML"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map(\.stringValue).joined(separator: ".")
    return path.isEmpty ? "the file" : path
  }
}
