import Migration

extension English {
  package func words(_ fault: CommandFault) -> String {
    switch fault {
    case .refreshRange: "--refresh takes 0.1 to 86400 seconds"
    case .runningRange: "--max-running takes 1 to 1000"
    case .fromOne(let option): "\(option) takes a number from 1"
    case .notALogLevel(let text): "'\(text)' is not a log level; try info or debug"
    case .notATimeZone(let text):
      "'\(text)' is no time zone; --timezone takes a name such as Europe/Berlin or UTC"
    case .notAPlace(let text): "'\(text)' is not HOST:PORT, such as 127.0.0.1:8080"
    case .notAProvider(let text, let schemes):
      "'\(text)' is not a provider; give one of \(schemes)"
    case .notAnID(let text, let noun, let list):
      "'\(text)' is not a \(noun) id; '\(list)' shows them"
    case .notATaskID(let text):
      "'\(text)' is not a task id; ids are numbers, 'ferry list' shows them"
    case .notAGroupState(let text, let states):
      "'\(text)' is not a group's state; states are \(states)"
    case .notAMonth(let text): "'\(text)' is not a month; write it as 2026-10"
    case .notAnEvent(let text, let words): "'\(text)' is no event; --on takes \(words)"
    case .notAnAddress: "--webhook takes an address such as https://HOST/PATH"
    case .notAMoment(let text):
      "'\(text)' is not a time; write 90s, 5m, 2h, 30d or 2026-11-26T18:00:00Z"
    case .notADuration(let text): "'\(text)' is not a time; write 90s, 5m or 2h"
    case .notADate(let text):
      "'\(text)' is not a date; write 2026-01-31 or 2026-01-31T12:00:00Z"
    case .dateToCome(let text): "'\(text)' is still to come; nothing has changed since"
    case .notADomain(let text): "'\(text)' is not a domain; write https://cdn.example.com"
    case .notAListFile(let text): "'\(text)' is not BUCKET/KEY, such as lists/photos.txt"
    case .together(let one, let other): "\(one) and \(other) belong together"
    case .goesWith(let options, let main):
      options.count == 1
        ? "\(options[0]) goes with \(main)"
        : "\(options.dropLast().joined(separator: ", ")) and \(options.last ?? "") go with \(main)"
    case .noAccounts(let provider):
      "'\(provider)' has no accounts; ferry ls lists such places"
    case .noStoreAddress: "an S3 store has an address; give it with --region"
    case .limitsOrNone: "give --limit with the new limits, or --none, but not both"
    case .keysTwice: "give the keys either with --key or with --keys-from, not both"
    case .keysInPlaceToo:
      "give the keys either in --from or with --key or --keys-from, not both"
    case .idsOrFilter: "give task ids, or --filter EXPR, but not both"
    case .everyTask: "an empty --filter would mean every task; say what is meant"
    case .noSource: "give --from; only tasks of type url_list go without it"
    case .noDestination: "give --to, the place that the objects go to"
    case .addressesHaveNoPlace:
      "tasks of type url_list take their addresses from --list-file, not --from"
    case .seeHelp(let words): "\(words); see 'ferry --help'"
    case .isReadOnly(let profile): "profile '\(profile)' is read-only; nothing was sent"
    case .isProtected(let profile, let verb):
      "profile '\(profile)' is protected; give --confirm \(profile) to \(verb)"
    case .otherProfile(let said, let profile):
      "--confirm says '\(said)', but the profile is '\(profile)'; nothing was sent"
    case .nobodyToAsk(let verb):
      "not on a terminal, so nothing can be asked; give --yes to \(verb)"
    case .notConfirmed: "not confirmed; nothing was sent"
    case .about(let noun, let id, let words): "\(noun) \(id): \(words)"
    case .notCreatable(let id): "task \(id): its type cannot be created"
    case .unread(let noun, let reason): "a \(noun) could not be read: \(reason)"
    case .untouched(let noun, let reason):
      "a \(noun) could not be read, so nothing was done to it: \(reason)"
    case .unreadPart(let reason): "a part of the list could not be read: \(reason)"
    case .unreadFile(let path, let reason): "\(path) cannot be read (\(reason))"
    case .unlisted(let place, let reason, let code):
      "\(place ?? "the source") cannot be listed: \(reason) [\(code)]"
    case .uncomparable(let id, let type):
      "task \(id): what a task of type \(type) moves stands in a list that only the service reads"
    case .unfinished(let id, let state): "task \(id) is \(state); verify it when it is over"
    case .onAnotherMachine(let id):
      "task \(id): its directories or remotes are on the machine of the service; verify it there"
    case .uncompared(let id, let reason, let code):
      "task \(id) cannot be verified: \(reason) [\(code)]"
    case .reportUnwritten(let path, let reason):
      "the report cannot be written to \(path) (\(reason))"
    case .unrepairable(let id):
      "task \(id): nothing that differs is at the source, so nothing can be moved again"
    case .missing(let key, let more):
      "the source has no object '\(key)'" + (more > 0 ? ", and \(more) more are missing" : "")
    case .nothingTo(let verb): "no task passes the filter; nothing to \(verb)"
    case .nothingToWaitFor: "no task passes the filter; nothing to wait for"
    case .stillIn(let id, let state, let time):
      "task \(id) is still \(state ?? "out of sight") after \(time); gave up waiting"
    case .hasFailed(let id, let reason, let advice):
      "task \(id) has failed" + (reason.map { ": \($0)" } ?? "") + (advice.map { "; \($0)" } ?? "")
    case .cannotBe(let id, let state, let goal):
      "task \(id) is \(state), so it will not be \(goal)"
    case .cannotServe(let reason): "the service cannot run: \(reason)"
    case .notConfined(let reason): "the program cannot be kept within its paths: \(reason)"
    case .notRun(let program, let reason): "\(program) cannot be run: \(reason)"
    case .cannotStart(let reason, let log):
      "the local service cannot be started (\(reason)); see \(log)"
    case .silentService(let words, let log):
      "the local service does not answer" + (words.map { ": \($0)" } ?? "; see \(log)")
    case .demoEnded(let reason): "the demo ended: \(reason)"
    case .demoFolder(let path, let reason): "\(path) cannot be made (\(reason)); is /tmp full?"
    case .unwritten(let reason): "the output could not be written (\(reason))"
    case .calledOff: "called off"
    }
  }
}
