package import Migration

/// A profile that can be opened.
package struct ProfileChoice: Equatable, Sendable {
  /// Its name.
  package var name: String
  /// Where its service listens, as far as that is known.
  package var endpoint: String
  /// Whether nothing may be changed.
  package var isReadOnly: Bool
  /// Whether every action asks for a typed answer.
  package var isProtected: Bool
  /// What is wrong with it; `nil` when nothing is, as far as can be told without opening it.
  package var problem: ConfigurationError?

  /// A profile that can be opened.
  package init(
    name: String, endpoint: String = "", isReadOnly: Bool = false, isProtected: Bool = false,
    problem: ConfigurationError? = nil
  ) {
    self.name = name
    self.endpoint = endpoint
    self.isReadOnly = isReadOnly
    self.isProtected = isProtected
    self.problem = problem
  }
}

/// The choice of a profile, and then the wait until it is open; nothing else takes keys meanwhile.
package struct ProfileMenu: Equatable, Sendable {
  /// The chosen profile, by its name: which there are may change while somebody chooses.
  var name: String
  /// The number of its opening, once that is under way.
  var opening: Int?

  /// The place of the chosen profile among `choices`, from 0.
  func row(in choices: [ProfileChoice]) -> Int { choices.firstIndex { $0.name == name } ?? 0 }
}
