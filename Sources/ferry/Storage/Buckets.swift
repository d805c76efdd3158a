import ArgumentParser
import Migration
import MigrationCore

/// `ferry buckets`: providers and regions, or the buckets of an account.
struct Buckets: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List providers and regions, or the buckets of an account at one.",
    discussion: HelpNotes.ending(
      """
      The service is asked (API v2). For the local service this machine looks, with rclone. Keys are \
      asked for, or taken from the variables of the side.
      """,
      example: "ferry buckets aws --region eu-west-1"))

  @OptionGroup var connection: ConnectionOptions

  @Argument(
    help: """
      A provider, as locations name it: \(StorageLocation.schemes.joined(separator: ", ")). Without \
      one, what there is to choose from.
      """,
    completion: .list(StorageLocation.schemes))
  var provider: String?

  @Option(help: "The region of the account; the address of the store for s3.")
  var region: String?

  @OptionGroup var side: SideOptions

  @Option(help: "How to print them.")
  var output: OutputFormat = .table

  func run() async throws {
    guard let provider else {
      let choice = try await StorageDesk(try await connection.resolve()).choice()
      switch output {
      case .json: Console.raw(try JSONText.of(choice))
      case .table: Console.table(choice.table)
      }
      return
    }
    let account = try account(at: provider)
    let desk = try await StorageDesk(try await connection.resolve())
    guard let keys = try side.keys(for: account) else {
      throw Failure(Failure.usage, "'\(provider)' has no accounts; ferry ls lists such places")
    }
    let buckets = try await desk.buckets(account, keys: keys)
    switch output {
    case .json: Console.raw(try JSONText.of(buckets))
    case .table: buckets.forEach(Console.line)
    }
  }

  private func account(at word: String) throws -> StorageLocation {
    guard let provider = StorageLocation.provider(ofScheme: word.lowercased()) else {
      throw Failure(
        Failure.usage,
        "'\(word)' is not a provider; give one of "
          + StorageLocation.schemes.joined(separator: ", "))
    }
    if provider == "S3" {
      guard let region else {
        throw Failure(Failure.usage, "an S3 store has an address; give it with --region")
      }
      _ = try Endpoint(region)
    }
    return StorageLocation(provider: provider, region: region ?? "")
  }
}
