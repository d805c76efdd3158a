import ArgumentParser
import Words

/// `ferry group`: task groups, which OMS v2 makes of large orders.
struct Group: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.group),
    discussion: .of(.group, example: "ferry group list --output json"),
    subcommands: [
      GroupList.self, GroupShow.self, GroupCreate.self, GroupStop.self, GroupDelete.self,
      GroupStart.self, GroupRetry.self, GroupBandwidth.self,
    ])
}
