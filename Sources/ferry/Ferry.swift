import ArgumentParser

/// The program: without a subcommand, the dashboard.
struct Ferry: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ferry",
    abstract: "Watch, stop and delete object-storage migration tasks.",
    discussion: HelpNotes.ending(
      """
      Without a subcommand, the dashboard opens on the default profile. Press ? there for the keys; \
      'ferry dashboard --help' tells its options.

      Exit status: 0 all done; 1 failed; 3 some done, some not; 64 usage; 69 service unreachable; \
      75 the time of wait is over; 77 credentials refused.
      """,
      example: "ferry --read-only --filter state:running"),
    version: "0.1.0",
    subcommands: [
      DashboardCommand.self, List.self, Show.self, Create.self, Stop.self, Delete.self, Start.self,
      Bandwidth.self, Wait.self, WatchCommand.self, Group.self, Sync.self, Buckets.self, Ls.self,
      History.self, Profiles.self, Doctor.self, Serve.self,
      Demo.self, DemoHost.self,
    ],
    defaultSubcommand: DashboardCommand.self)
}

@main
enum Main {
  static func main() async {
    CoreDumps.forbid()
    do {
      var command = try await Ferry.asyncParseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      try Console.finish()
    } catch {
      Failure.exit(for: error)
    }
  }
}
