package import Dashboard
package import FoundationEssentials
package import Migration

/// What a dashboard works with, apart from the terminal.
package struct DashboardServices<C: Clock>: Sendable where C.Duration == Duration {
  /// What its first session works with.
  package var first: SessionServices
  /// What pauses are measured with.
  package var clock: C
  /// The date.
  package var now: @Sendable () -> Date
  /// Finds out which profiles there are.
  package var profiles: @Sendable () -> Result<[ProfileChoice], ConfigurationError> = {
    .success([])
  }
  /// Finds the service of the profile with this name, as it is configured now; may take its time.
  package var open: @Sendable (String) async -> Result<OpenedProfile, ProfileRefusal> = {
    .failure(ProfileRefusal($0))
  }

  /// Services for a dashboard that knows of no other profile, until it is told how.
  package init(_ first: SessionServices, clock: C, now: @escaping @Sendable () -> Date) {
    self.first = first
    self.clock = clock
    self.now = now
  }
}
