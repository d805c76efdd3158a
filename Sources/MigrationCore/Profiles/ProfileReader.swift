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
    case endpoint, region, api, credentials, protected, proxy
    case identityEndpoint = "iam_endpoint"
    case projectID = "project_id"
    case temporaryKeys = "temporary_keys"
    case readOnly = "read_only"
    case allowPlainHTTP = "allow_plain_http"
    case authorities = "ca_file"
    case refreshSeconds = "refresh_seconds"
  }

  /// The profile with everything that could be read.
  mutating func profile(_ node: Node) -> Profile {
    var profile = Profile()
    guard !node.isNothing else { return profile }
    guard let settings = node.mapping else {
      note(node, .notAMapping)
      return profile
    }
    for (key, value) in settings where !value.isNothing {
      guard let known = key.string.flatMap(Key.init(rawValue:)) else {
        // It may be a misspelt `protected`, which somebody relies on.
        note(key, .unknownKey(known: Key.allCases.map(\.rawValue).sorted()))
        continue
      }
      do throws(EntryFault) {
        try set(known, to: value, in: &profile)
      } catch {
        note(key, error)
      }
    }
    if profile.buysTemporaryKeys == true, profile.credentials != .token {
      let key = settings.keys.first { $0.string == Key.temporaryKeys.rawValue }
      note(key ?? node, .onlyWith(key: Key.credentials.rawValue, value: "token"))
    }
    return profile
  }

  private func set(
    _ key: Key, to value: Node, in profile: inout Profile
  ) throws(EntryFault) {
    switch key {
    case .endpoint:
      profile.endpoint = try read(value) { text throws(ConfigurationError) in try Endpoint(text) }
    case .identityEndpoint:
      profile.identityEndpoint = try read(value) { text throws(ConfigurationError) in
        try Endpoint(text)
      }
    case .region:
      profile.region = try read(value) { text throws(ConfigurationError) in try Region(text) }
    case .projectID: profile.projectID = try text(value)
    case .api:
      profile.api = try read(value) { text throws(ConfigurationError) in try APIChoice(text) }
    case .credentials: profile.credentials = try source(value)
    case .temporaryKeys: profile.buysTemporaryKeys = try flag(value)
    case .readOnly: profile.isReadOnly = try flag(value)
    case .allowPlainHTTP: profile.allowsPlainHTTP = try flag(value)
    case .protected: profile.isProtected = try flag(value)
    case .proxy: profile.proxy = try proxy(try text(value))
    case .authorities: profile.authorities = try text(value)
    case .refreshSeconds: profile.refresh = try refresh(value)
    }
  }

  private func read<Value>(
    _ value: Node, _ body: (String) throws(ConfigurationError) -> Value
  ) throws(EntryFault) -> Value {
    let text = try text(value)
    do throws(ConfigurationError) {
      return try body(text)
    } catch {
      throw .unusable(error)
    }
  }

  private func text(_ value: Node) throws(EntryFault) -> String {
    guard let text = value.text else { throw .wantsText }
    return text
  }

  private func flag(_ value: Node) throws(EntryFault) -> Bool {
    guard let flag = value.bool else { throw .wantsFlag }
    return flag
  }

  private func refresh(_ value: Node) throws(EntryFault) -> Duration {
    guard let seconds = value.float, (0.1...86_400).contains(seconds) else { throw .wantsSeconds }
    return .seconds(seconds)
  }

  private func proxy(_ text: String) throws(EntryFault) -> Profile.ProxyChoice {
    if text == "none" { return .none }
    guard let proxy = Proxy(text) else { throw .unusable(.proxy(setting: "proxy")) }
    return .through(proxy)
  }

  /// One of the words, or `command:` with a command below it.
  private func source(_ value: Node) throws(EntryFault) -> Profile.CredentialSource {
    if let settings = value.mapping {
      guard settings.count == 1, let command = settings.first, command.key.string == "command"
      else { throw .unknownKey(known: ["command"]) }
      guard let text = command.value.text else { throw .wantsText }
      return .command(KeyCommand(text))
    }
    let word = try text(value)
    let known = Profile.CredentialSource.words
    guard let source = known.first(where: { $0.word == word })?.source else {
      throw .noneOf(Quoted(word), known: known.map(\.word) + ["command: …"])
    }
    return source
  }

  private mutating func note(_ node: Node, _ fault: EntryFault) {
    let entry = ConfigurationEntry(
      path: path.string, line: node.mark?.line, profile: name, key: node.scalar?.string)
    remarks.append(ConfigurationFile.Remark(profile: name, fault: .entry(entry, fault)))
  }
}
