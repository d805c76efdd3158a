/// Something that the user wrote or configured cannot be used, as a value; `Words` says what to do.
public enum ConfigurationError: Error, Equatable, Sendable {
  /// The text names no version of the API.
  case apiVersion(Quoted)
  /// The text cannot be a region's name.
  case region(Quoted)
  /// The text is no address of a service.
  case endpoint(Quoted)
  /// The variable or key of this name does not hold a proxy; what it holds may be a secret.
  case proxy(setting: String)
  /// The text is no location of objects.
  case location(Quoted, LocationFault)
  /// The text is no order; the keys there are.
  case order(Quoted, known: [String])
  /// The text is no value of a setting; the words there are.
  case setting(SettingName, Quoted, known: [String])
  /// The text is no speed limit with its time of day.
  case bandwidthWindow(Quoted)

  /// A file of object keys cannot be used.
  case keyList(file: String, KeyListFault)

  /// A file cannot be used at all.
  case file(path: String, FileFault)
  /// An entry of the configuration file is not as it should be.
  indirect case entry(ConfigurationEntry, EntryFault)
  /// Both a profile and an address were given.
  case profileAndEndpoint
  /// There is no such profile; those there are.
  case noProfile(Quoted, path: String, known: [String])
  /// The profile that is to be the default is none of the file's.
  case noDefault(Quoted, path: String)
  /// The profile does not say where its service listens.
  case noEndpoint(profile: String)
  /// There are no credentials where they were looked for.
  case noCredentials(CredentialPlace, sdkFile: String)
  /// The password would be sent to this address for all to read.
  case openLogin(Endpoint)
  /// The token would be sent to this address for all to read.
  case openToken(Endpoint)
  /// Whatever is sent to this address can be read on the way, which was allowed.
  case openPath(Endpoint)
  /// Others can read the keys in this file.
  case openKeys(path: String)
  /// One part of a pair is there without the other, so that other credentials would be used instead.
  case halfPair(present: String, missing: String)
  /// There are no keys where they were to come from.
  indirect case keys(KeyHolder, KeyFault)
  /// One pair of keys in these variables cannot be for this many different stores.
  case onePair(variables: String, stores: Int)
  /// A variable names another project than the profile does.
  case projectReplaced(profile: String, by: String)
  /// There is no password for the login of this user.
  case noPassword(user: String)
  /// Nothing says which project is meant.
  case noProject
  /// Nothing says where the identity service listens.
  case noIdentityService
}

/// Why a text is no location of objects.
public enum LocationFault: Equatable, Sendable {
  /// It has none of the forms of a location.
  case form
  /// A path on this machine does not begin at the root.
  case relativePath
  /// It names no remote.
  case noRemote
  /// It names no bucket.
  case noBucket
  /// There are keys in it.
  case holdsKeys
  /// Stores of this scheme take some options, and not this one.
  case option(scheme: String, known: [String], not: Quoted)
  /// An option stands there twice.
  case repeatedOption(Quoted)
  /// It has no address of the store.
  case noEndpoint
  /// It has no region of the bucket.
  case noRegion
  /// The scheme is not known; those that are.
  case scheme(known: [String])
}

/// A setting of a new task whose values have words.
public enum SettingName: Equatable, Sendable, CaseIterable {
  /// When an object at the destination is replaced.
  case overwrite
  /// The storage class at the destination.
  case storageClass
  /// How copies are checked.
  case check
  /// How urgent the task is.
  case priority
  /// Where requests to a store have the bucket's name.
  case addressing
  /// How requests to a source's domain are authenticated.
  case domainAuthentication
}

/// Why a file cannot be used at all.
public enum FileFault: Equatable, Sendable {
  /// It cannot be read, for a reason in the system's own words.
  case unreadable(reason: String)
  /// It is not YAML; where, and the parser's own words, if it has any.
  ///
  /// Never the text of the file: somebody may have written a key into it.
  case notYAML(line: Int?, column: Int?, reason: String?)
  /// A key stands twice in one place.
  case repeatedKey(line: Int)
  /// It has no list of profiles at its top.
  case noProfiles
}

extension FileFault {
  /// Whether a tab stands where YAML takes none, which is what most people do wrong.
  package var isTab: Bool {
    switch self {
    case .notYAML(_, _, let reason?): reason.contains("cannot start any token")
    case .unreadable, .notYAML, .repeatedKey, .noProfiles: false
    }
  }
}

/// A place in the configuration file.
public struct ConfigurationEntry: Equatable, Sendable {
  /// The file.
  public var path: String
  /// The line, from 1; `nil` when it is not known.
  public var line: Int?
  /// The profile; `nil` at the top of the file.
  public var profile: String?
  /// The key; `nil` for the profile as a whole.
  public var key: String?

  /// A place.
  public init(path: String, line: Int?, profile: String?, key: String?) {
    self.path = path
    self.line = line
    self.profile = profile
    self.key = key
  }
}

/// What is wrong with an entry of the configuration file.
public enum EntryFault: Error, Equatable, Sendable {
  /// It is not a list of keys and values.
  case notAMapping
  /// The key is not known; those that are.
  case unknownKey(known: [String])
  /// The value has the wrong kind.
  case wrongKind
  /// One text was wanted.
  case wantsText
  /// A list was wanted.
  case wantsList
  /// A key that has to be there is missing; one of these.
  case missing([String])
  /// These keys cannot stand beside one another.
  case beside([String])
  /// The places that it names need no keys.
  case keyless
  /// The same stands in an earlier entry.
  case repeated
  /// It is of use only with this value of another key.
  case onlyWith(key: String, value: String)
  /// `true` or `false` was wanted.
  case wantsFlag
  /// Seconds between two refreshes were wanted.
  case wantsSeconds
  /// The text is none of these words.
  case noneOf(Quoted, known: [String])
  /// The value cannot be read.
  case unusable(ConfigurationError)
}

/// Where credentials are looked for.
public enum CredentialPlace: Equatable, Sendable, CaseIterable {
  /// In the environment's keys.
  case environment
  /// A token, or a login that buys one.
  case token
  /// In the official SDKs' file.
  case sdkFile
  /// Everywhere.
  case anywhere
}
