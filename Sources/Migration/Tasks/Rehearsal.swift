/// What was found out about a new task without making it.
package struct Rehearsal: Equatable, Sendable {
  /// The task.
  package var task: NewTask
  /// What there is at its source.
  package var source: SourceCount
  /// What nobody could check beforehand.
  package var unchecked: [Unchecked]

  /// What was found out.
  package init(_ task: NewTask, source: SourceCount, unchecked: [Unchecked]) {
    self.task = task
    self.source = source
    self.unchecked = unchecked
  }

  /// How many objects and bytes a task would move, or why nobody knows.
  package enum SourceCount: Equatable, Sendable {
    /// So many, by the word of `Lister`.
    case counted(SourceTally, by: Lister)
    /// The source was not listed.
    case unknown(Reason)

    /// The sums; `nil` when nobody knows.
    package var tally: SourceTally? { if case .counted(let tally, _) = self { tally } else { nil } }
  }

  /// Who lists a source.
  package enum Lister: String, Equatable, Sendable {
    /// This machine.
    case here
    /// The service.
    case service
  }

  /// Why a source was not listed.
  package enum Reason: Equatable, Sendable {
    /// The keys of the source are not at hand.
    case noKeys
    /// A list file names the objects, which only the service reads.
    case listFile
    /// The place is on the machine of the service.
    case otherMachine
    /// Nothing here lists buckets of this provider.
    case provider(String)
    /// The service's lists say nothing about when objects were changed.
    case noDates
    /// The service's lists take no temporary keys.
    case temporaryKeys
    /// The service has no call that lists buckets.
    case noListing
    /// The program that lists cannot be used.
    case noProgram(RcloneFault)
  }

  /// Something that was not checked.
  package enum Unchecked: String, Equatable, Sendable, CaseIterable {
    /// What only the service knows, such as its quotas.
    case service
    /// Whether the keys open the source.
    case sourceKeys = "source_keys"
    /// Whether the keys open the destination.
    case destinationKeys = "destination_keys"
  }
}
