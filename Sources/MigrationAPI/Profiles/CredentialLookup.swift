package import SystemPackage
import FoundationEssentials

/// Finds credentials: in the environment first, then in the official SDKs' file.
package struct CredentialLookup: Sendable {
  private let environment: [String: String]
  private let sdkFile: FilePath

  /// A lookup in `environment` and the file at `sdkFile`.
  package init(environment: [String: String], sdkFile: FilePath) {
    self.environment = environment
    self.sdkFile = sdkFile
  }

  /// The credentials of `source`, or of the first source that has any.
  ///
  /// - Throws: ``ConfigurationError`` when there are none, with the ways to give some.
  package func credentials(
    from source: Profile.CredentialSource?
  ) throws(ConfigurationError) -> Credentials {
    switch source {
    case .environment:
      if let keys = fromEnvironment { return keys }
      throw ConfigurationError(
        "no keys in the environment; set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK")
    case .token:
      if let token { return token }
      throw ConfigurationError("no token; set FERRY_AUTH_TOKEN")
    case .sdkFile:
      if let keys = try fromFile() { return keys }
      throw ConfigurationError("no keys in \(sdkFile); it needs 'ak' and 'sk' in [basic]")
    case nil:
      if let found = token ?? fromEnvironment { return found }
      if let found = try fromFile() { return found }
      throw ConfigurationError(
        "no credentials; set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, or FERRY_AUTH_TOKEN, "
          + "or write them to \(sdkFile)")
    }
  }

  private var token: Credentials? { value("FERRY_AUTH_TOKEN").map { .token(Secret($0)) } }

  private var fromEnvironment: Credentials? {
    guard let access = value("HUAWEICLOUD_SDK_AK"), let secret = value("HUAWEICLOUD_SDK_SK") else {
      return nil
    }
    return .keys(
      StorageKeys(accessKey: access, secretKey: Secret(secret)),
      securityToken: value("HUAWEICLOUD_SDK_SECURITY_TOKEN").map { Secret($0) })
  }

  private func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func fromFile() throws(ConfigurationError) -> Credentials? {
    let data: Data?
    do {
      data = try PrivateFiles.contents(of: sdkFile)
    } catch {
      throw ConfigurationError("\(sdkFile) cannot be read (\(error))")
    }
    guard let data else { return nil }
    let values = Self.section("basic", of: String(decoding: data, as: UTF8.self))
    guard let access = values["ak"], let secret = values["sk"] else { return nil }
    return .keys(
      StorageKeys(accessKey: access, secretKey: Secret(secret)),
      securityToken: values["security_token"].map { Secret($0) })
  }

  /// The names and values of one section of an INI file.
  static func section(_ name: String, of text: String) -> [String: String] {
    var values: [String: String] = [:]
    var isInside = false
    for rawLine in text.split(whereSeparator: \.isNewline) {
      let line = rawLine.trimming(while: \.isWhitespace)
      if line.hasPrefix("[") {
        isInside = line == "[\(name)]"
      } else if isInside, !line.hasPrefix("#"), !line.hasPrefix(";"),
        let equals = line.firstIndex(of: "=")
      {
        let key = String(line[..<equals].trimming(while: \.isWhitespace))
        let value = String(line[line.index(after: equals)...].trimming(while: \.isWhitespace))
        if !value.isEmpty { values[key.lowercased()] = value }
      }
    }
    return values
  }
}

extension Substring {
  /// The text without the characters at both ends that `isUnwanted` names.
  func trimming(while isUnwanted: (Character) -> Bool) -> Substring {
    var rest = drop(while: isUnwanted)
    while let last = rest.last, isUnwanted(last) { rest.removeLast() }
    return rest
  }
}
