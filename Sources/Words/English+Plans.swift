package import Migration

extension English {
  package var emptyPlan: String { "change nothing" }
  package var comma: String { ", " }

  package func words(_ consequence: Consequence) -> String {
    switch consequence {
    case .keysNeededAgain: "Objects that have arrived stay; starting again needs the storage keys."
    case .deletion: "A deletion cannot be undone. Objects that have arrived stay."
    case .replacement: "Objects at the destination may be replaced."
    case .newLimits: "The new limits hold at once and replace all earlier ones."
    case .tasksStop: "All of its tasks stop. Objects that have arrived stay."
    case .syncStops:
      "Changes at the source are no longer followed; starting again needs the storage keys."
    case .tasksDeleted:
      "Its tasks are deleted with it, which cannot be undone. Objects that have arrived stay."
    }
  }

  package func plan(_ step: ActionStep) -> String {
    switch step {
    case .stopping: "stop"
    case .waitingUntilStopped: "wait until stopped"
    case .deleting: "delete"
    case .waitingUntilGone: "wait until gone"
    case .starting: "start"
    case .limiting: "change the speed limits"
    }
  }

  package func progress(_ step: ActionStep) -> String {
    switch step {
    case .stopping: "stopping"
    case .waitingUntilStopped: "waiting until stopped"
    case .deleting: "deleting"
    case .waitingUntilGone: "waiting until gone"
    case .starting: "starting"
    case .limiting: "changing the speed limits"
    }
  }

  package func words(verb: String) -> String { verb }

  package func question(
    _ verb: String, _ count: Int, of noun: String, on profile: String
  ) -> String {
    "\(verb) \(count == 1 ? "this \(noun)" : "\(count) \(noun)s") on '\(profile)'?"
  }

  package func words(_ challenge: Challenge) -> String {
    switch challenge {
    case .yes: "[y/N]"
    case .number: "Type their number:"
    case .profile: "Type the profile's name:"
    }
  }

  package func words(_ trouble: NotificationOutcome.Trouble) -> String {
    switch trouble {
    case .service: "the notification service has trouble"
    case .noTopic: "the topic does not exist"
    case .notPermitted: "OMS may not use the topic"
    case .ownTrouble: "OMS had trouble when it notified"
    case .network: "the network failed"
    case .otherRegion: "the topic is in another region"
    case .noTopicOrNotPermitted: "the topic is missing, or not permitted"
    case .unknown: "no more is known"
    }
  }
}
