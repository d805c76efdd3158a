/// Why a command cannot be carried out as it was typed, or was not carried out well.
///
/// What a service, a file or a task says of itself comes in words already.
package enum CommandFault: Sendable {
  // What was typed.
  case refreshRange, runningRange, fromOne(option: String)
  case notALogLevel(String), notATimeZone(String), notAPlace(String), notAProvider(
    String, schemes: String)
  case notAnID(String, of: String, shownBy: String), notATaskID(String)
  case notAGroupState(String, states: String), notAMonth(String), notAnEvent(String, words: String)
  case notAnAddress, notAMoment(String), notADuration(String), notADate(String)
  case dateToCome(String), notADomain(String), notAListFile(String)
  case together(String, String), goesWith([String], String)
  case noAccounts(String), noStoreAddress
  case limitsOrNone, keysTwice, keysInPlaceToo, idsOrFilter, everyTask
  case noSource, noDestination, addressesHaveNoPlace
  case seeHelp(String)
  // Who has to agree.
  case isReadOnly(profile: String), isProtected(profile: String, verb: String)
  case otherProfile(String, profile: String), nobodyToAsk(verb: String), notConfirmed
  // What was found.
  case about(noun: String, id: String, String), notCreatable(id: String)
  case unread(noun: String, String), untouched(noun: String, String), unreadPart(String)
  case unreadFile(String, reason: String), unlisted(String?, reason: String, code: String)
  case missing(String, more: Int)
  case uncomparable(id: String, type: String), unfinished(id: String, state: String)
  case onAnotherMachine(id: String), uncompared(id: String, reason: String, code: String)
  case unrepairable(id: String)
  case reportUnwritten(String, reason: String)
  case nothingTo(verb: String), nothingToWaitFor
  case stillIn(id: String, state: String?, after: String)
  case hasFailed(id: String, reason: String?, advice: String?)
  case cannotBe(id: String, state: String, goal: String)
  // What became of the program.
  case cannotServe(String), notConfined(reason: String), notRun(String, reason: String)
  case cannotStart(reason: String, log: String)
  case silentService(lastWords: String?, log: String)
  case demoEnded(String), demoFolder(String, reason: String), unwritten(reason: String), calledOff
}
