import ArgumentParser
import Words

/// `ferry sync`: synchronisation tasks, which keep a bucket in step with another one.
struct Sync: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.sync),
    discussion: .of(.sync, example: "ferry sync list --output json"),
    subcommands: [
      SyncList.self, SyncShow.self, SyncCreate.self, SyncStart.self, SyncStop.self,
      SyncDelete.self,
    ])
}
