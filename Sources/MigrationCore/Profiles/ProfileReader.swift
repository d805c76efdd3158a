import Migration
import OMSClient
import SystemPackage
import Yams

/// Reads one profile and notes what is wrong in it.
struct ProfileReader {
  let path: FilePath
  let name: String
  private(set) var remarks: [ConfigurationFile.Remark] = []

  /// A reader of the profile `name` in the file at `path`.
  init(path: FilePath, name: String) {
    self.path = path
    self.name = name
  }

  /// The names that a profile may have in the file.
  private enum Key: String, CaseIterable {
    case endpoint, region, api, credentials, protected
    case identityEndpoint = "iam_endpoint"
    case projectID = "project_id"
    case readOnly = "read_only"
    case refreshSeconds = "refresh_seconds"
  }

  /// The profile with everything that could be read.
  mutating func profile(_ node: Node) -> Profile {
    var profile = Profile()
    guard !node.isNothing else { return profile }
    guard let settings = node.mapping else {
      note(node, "is not a list of keys and values")
      return profile
    }
    for (key, value) in settings where !value.isNothing {
      guard let known = key.string.flatMap(Key.init(rawValue:)) else {
        let names = Key.allCases.map(\.rawValue).sorted().joined(separator: ", ")
        // It may be a misspelt `protected`, which somebody relies on.
        note(key, "is not known; known are \(names)")
        continue
      }
      do {
        try set(known, to: value, in: &profile)
      } catch {
        note(key, "cannot be used: \(error)")
      }
    }
    return profile
  }

  private func set(
    _ key: Key, to value: Node, in profile: inout Profile
  ) throws(ConfigurationError) {
    switch key {
    case .endpoint: profile.endpoint = try Endpoint(try text(value))
    case .identityEndpoint: profile.identityEndpoint = try Endpoint(try text(value))
    case .region: profile.region = try Region(try text(value))
    case .projectID: profile.projectID = try text(value)
    case .api: profile.api = try APIChoice(try text(value))
    case .credentials: profile.credentials = try source(try text(value))
    case .readOnly: profile.isReadOnly = try flag(value)
    case .protected: profile.isProtected = try flag(value)
    case .refreshSeconds: profile.refresh = try refresh(value)
    }
  }

  private func text(_ value: Node) throws(ConfigurationError) -> String {
    guard let text = value.text else { throw ConfigurationError("give one text") }
    return text
  }

  private func flag(_ value: Node) throws(ConfigurationError) -> Bool {
    guard let flag = value.bool else { throw ConfigurationError("give true or false") }
    return flag
  }

  private func refresh(_ value: Node) throws(ConfigurationError) -> Duration {
    guard let seconds = value.float, (0.1...86_400).contains(seconds) else {
      throw ConfigurationError("give seconds from 0.1 to 86400")
    }
    return .seconds(seconds)
  }

  private func source(_ text: String) throws(ConfigurationError) -> Profile.CredentialSource {
    guard let source = Profile.CredentialSource(rawValue: text) else {
      let names = Profile.CredentialSource.allCases.map(\.rawValue).joined(separator: ", ")
      throw ConfigurationError("'\(text)' is none of \(names)")
    }
    return source
  }

  private mutating func note(_ node: Node, _ what: String) {
    let key = node.scalar.map { " key '\($0.string)'" } ?? ""
    remarks.append(
      ConfigurationFile.Remark(
        profile: name,
        text: "\(path)\(node.lineNumber): profile '\(name)'\(key) \(what)"))
  }
}
