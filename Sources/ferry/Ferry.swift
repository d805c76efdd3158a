import ArgumentParser
import Words

/// The program: without a subcommand, the dashboard.
struct Ferry: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ferry",
    abstract: .of(.ferry),
    discussion: .of(.ferry, example: "ferry --read-only --filter state:running"),
    version: "0.1.0",
    subcommands: [
      DashboardCommand.self, List.self, Show.self, Create.self, Stop.self, Delete.self, Start.self,
      Bandwidth.self, Wait.self, WatchCommand.self, Verify.self, Group.self, Sync.self,
      Buckets.self, Ls.self,
      History.self, Profiles.self, Doctor.self, Serve.self,
      Demo.self, DemoHost.self, Confined.self,
    ],
    defaultSubcommand: DashboardCommand.self)
}

@main
enum Main {
  static func main() async {
    StandardStreams.secure()
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
