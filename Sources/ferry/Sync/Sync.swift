import ArgumentParser

/// `ferry sync`: synchronisation tasks, which keep a bucket in step with another one.
struct Sync: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, create, stop, start and delete synchronisation tasks (API v2).",
    discussion: HelpNotes.ending(example: "ferry sync list --output json"),
    subcommands: [
      SyncList.self, SyncShow.self, SyncCreate.self, SyncStart.self, SyncStop.self,
      SyncDelete.self,
    ])
}
