package import Migration

/// Ferry in English.
package struct English: Tongue {
  /// English.
  package init() {}

  package var fullStop: String { "." }
  package var separator: String { "; " }

  package var doubt: String {
    "it may have been carried out all the same, so look before trying again"
  }

  package func words(_ leftOut: LeftOut) -> String {
    let count = leftOut.tasks.count
    let members = leftOut.members.sorted().joined(separator: ", ")
    return (count == 1 ? "1 task" : "\(count) tasks")
      + " had members of another type than they should be, which were left out: \(members)"
  }

  package func words(_ retry: Retry) -> String {
    switch retry {
    case .now: "try again"
    case .after(let pause): "try again in \(pause.inWords)"
    case .later: "try again later"
    case .tomorrow: "try again tomorrow"
    case .afterLook: "look at it, then try again"
    }
  }

  package func words(askedPause pause: Duration) -> String {
    " (it asks for a pause of \(pause.inWords))"
  }

  package func words(_ fact: Fact) -> String {
    switch fact {
    case .refused(let reason): words(reason)
    case .expired(let clock): expiry(clock)
    case .redirected(let endpoint, let target):
      "\(endpoint) redirects to \(target), which is not followed; correct the endpoint"
    case .identity(let endpoint, let fault): "\(endpoint) \(words(fault))"
    case .call(let endpoint, let fault): words(fault, at: endpoint)
    case .untried(let untried): words(untried)
    case .action(let fault): words(fault)
    case .unreadableEntry(let reason): "an entry of the list could not be read: \(reason)"
    case .tokenWithoutProject:
      "the identity service gave a token without a project; give --project-id"
    case .unfit(let fault): "nothing was sent: \(words(fault))"
    case .unsayable(let unsayable): words(unsayable)
    case .misconfigured(let error): words(error)
    case .unwritable: "the request could not be written as JSON"
    case .noGroups: "API v1 has no task groups; use --api v2 where the service has it"
    case .noSynchronisation:
      "API v1 has no synchronisation tasks; use --api v2 where the service has it"
    case .noStorageQuestions:
      "API v1 cannot be asked about buckets, objects, providers and regions; "
        + "use --api v2 where the service has it"
    case .notAnID(let text): "'\(text)' is not an id; look it up in the list"
    case .announcements(let count):
      "1 to 10 changed objects can be announced at once, not \(count)"
    case .timeOutOfRange: "the time asked for is out of range"
    case .restlessList: "the list of tasks changes faster than it can be read"
    case .journalUnwritable(let reason):
      "nothing was sent, because the journal cannot be written (\(reason))"
    }
  }

  private func expiry(_ difference: Duration?) -> String {
    guard let difference else {
      return "the clocks differ by more than 15 minutes, or the temporary key is over; "
        + "set this machine's clock, or get a new key"
    }
    let isAhead = difference < .zero
    let amount = isAhead ? .zero - difference : difference
    guard amount >= .seconds(60) else {
      return "the temporary key is over, as the clocks agree; get a new one"
    }
    return "this machine's clock is \(amount.inWords) \(isAhead ? "ahead of" : "behind") the "
      + "service's; set it"
  }
}
