/// Which version of the API the user wants spoken; the raw value is what users type.
public enum APIChoice: String, Equatable, Sendable, CaseIterable {
  /// The newest that the service speaks.
  case auto
  /// Version 1.
  case v1
  /// Version 2.
  case v2

  /// The choice that `text` names.
  ///
  /// - Throws: ``ConfigurationError/apiVersion(_:)``.
  public init(_ text: String) throws(ConfigurationError) {
    guard let choice = APIChoice(rawValue: text) else {
      throw ConfigurationError.apiVersion(Quoted(text))
    }
    self = choice
  }

  /// The version, or `nil` when the service has to be asked.
  public var generation: APIGeneration? {
    switch self {
    case .auto: nil
    case .v1: .v1
    case .v2: .v2
    }
  }
}

/// A version of the API that there is a client for.
public enum APIGeneration: String, Equatable, Sendable, Codable, CaseIterable {
  /// Version 1.
  case v1
  /// Version 2.
  case v2
}
