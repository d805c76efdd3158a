package import Migration
import SystemPackage

/// A profile as `ferry profiles` shows it, without anything that nobody may see.
package struct ProfileOverview: Equatable, Sendable {
  /// The name.
  package var name: String
  /// Whether it is used when none is named.
  package var isDefault: Bool
  /// Where the service listens, unless that is what is wrong.
  package var endpoint: String?
  /// The region, as far as anything names one.
  package var region: String?
  /// The project's id, or `nil` when it is looked up.
  package var projectID: String?
  /// `auto`, `v1` or `v2`.
  package var api: String
  /// Where credentials would come from, unless there are none.
  package var credentials: CredentialOrigin?
  /// Whether nothing may be changed.
  package var isReadOnly: Bool
  /// Whether an action wants the profile's name typed.
  package var isProtected: Bool
  /// What is wrong with it.
  package var problems: [ConfigurationError]

  /// All profiles by name, the built-in one among them, and what is wrong at the top of the file.
  ///
  /// What the environment says comes before a profile here, too, as it does when it is used.
  ///
  /// - Parameter environment: The environment.
  /// - Returns: The profiles, and what is wrong at the top of the file.
  /// - Throws: ``ConfigurationError`` when the file cannot be read, or is not YAML.
  package static func all(
    environment: [String: String]
  ) throws(ConfigurationError) -> (profiles: [ProfileOverview], remarks: [ConfigurationError]) {
    let environment = environment.filter { !$0.value.isEmpty }
    let paths = FerryPaths(environment: environment)
    let file = try ConfigurationFile(path: paths.configuration)
    var remarks = file.remarks.filter { $0.profile == nil }.map(\.fault)
    let usual = file.defaultProfile ?? Connection.localProfile
    let names = Set(file.profiles.keys).union([Connection.localProfile])
    if !names.contains(usual) {
      remarks.append(.noDefault(Quoted(usual), path: paths.configuration.string))
    }
    var profiles: [ProfileOverview] = []
    for name in names.sorted() {
      let resolver = try ConnectionResolver.named(
        name, in: file, environment: environment, paths: paths)
      profiles.append(ProfileOverview(resolver, isDefault: name == usual))
    }
    return (profiles, remarks)
  }

  private init(_ resolver: ConnectionResolver, isDefault: Bool) {
    var problems = resolver.remarks.map(\.fault)
    func noting<Value>(_ body: () throws(ConfigurationError) -> Value?) -> Value? {
      do {
        return try body()
      } catch {
        problems.append(error)
        return nil
      }
    }
    name = resolver.name
    self.isDefault = isDefault
    isReadOnly = resolver.profile.isReadOnly ?? false
    isProtected = resolver.profile.isProtected ?? false
    api = (resolver.profile.api ?? .auto).rawValue
    let region = noting { () throws(ConfigurationError) in try resolver.region }
    self.region = region?.name
    if !resolver.remarks.isEmpty {
      // What follows from a wrong value would only hide it.
      endpoint = (try? resolver.endpoint)?.description
      projectID = resolver.profile.projectID
    } else if let place = noting({ () throws(ConfigurationError) in try resolver.endpoint }) {
      endpoint = place.description
      let found = noting { () throws(ConfigurationError) in try resolver.found(for: place) }
      projectID = resolver.projectID(for: place) ?? found?.projectID
      if projectID == nil, region == nil { problems.append(.noProject) }
      credentials = found?.origin
      problems += [found?.warning].compactMap(\.self)
    }
    self.problems = problems
  }
}
