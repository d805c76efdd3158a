import ArgumentParser

/// `ferry group`: task groups, which OMS v2 makes of large orders.
struct Group: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Create, list, stop, delete, start and retry task groups (API v2).",
    discussion: HelpNotes.ending(example: "ferry group list --output json"),
    subcommands: [
      GroupList.self, GroupShow.self, GroupCreate.self, GroupStop.self, GroupDelete.self,
      GroupStart.self, GroupRetry.self, GroupBandwidth.self,
    ])
}
