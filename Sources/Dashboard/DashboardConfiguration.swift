package import Migration
package import Words

/// What is settled before the dashboard opens.
package struct DashboardConfiguration: Equatable, Sendable {
  /// The profile's name, which a user may be asked to type.
  package var profile: String
  /// The service in a word or two, such as its host.
  package var endpoint: String
  /// The project whose tasks are shown; empty where it has to be looked up.
  package var project: String
  /// Whether nothing may be changed.
  package var isReadOnly: Bool
  /// Whether every action asks for a typed answer.
  package var isProtected: Bool
  /// Whether the terminal can show ASCII only.
  package var isASCII: Bool
  /// The time between two refreshes, more than 0.
  package var refreshInterval: Duration
  /// The filter to begin with; empty shows everything.
  package var filter: String
  /// The zone of the user's clocks.
  package var zone: WindowZone
  /// What stands between here and the user's terminal and may keep a clipboard for itself; `nil` where
  /// nothing does.
  package var multiplexer: String?
  /// Whether this is a demonstration, for somebody who has not seen a dashboard before.
  package var isDemo: Bool
  /// The language that problems are told in.
  package var language: Language

  /// What tells its tasks from those of any other service.
  var service: [String] { [endpoint, project] }

  /// What the language says.
  var tongue: any Tongue { language.tongue }

  /// A configuration; everything but the profile has a default.
  package init(
    profile: String, endpoint: String = "", project: String = "", isReadOnly: Bool = false,
    isProtected: Bool = false,
    isASCII: Bool = false, refreshInterval: Duration = .seconds(1), filter: String = "",
    zone: WindowZone = WindowZone(minutes: 0), multiplexer: String? = nil,
    isDemo: Bool = false, language: Language = .english
  ) {
    self.profile = profile
    self.endpoint = endpoint
    self.project = project
    self.isReadOnly = isReadOnly
    self.isProtected = isProtected
    self.isASCII = isASCII
    self.refreshInterval = refreshInterval
    self.filter = filter
    self.zone = zone
    self.multiplexer = multiplexer
    self.isDemo = isDemo
    self.language = language
  }
}
