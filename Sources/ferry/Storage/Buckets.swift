import ArgumentParser
import Migration
import MigrationCore
import Words

/// `ferry buckets`: providers and regions, or the buckets of an account.
struct Buckets: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.buckets),
    discussion: .of(.buckets, example: "ferry buckets aws --region eu-west-1"))

  @OptionGroup var connection: ConnectionOptions

  @Argument(
    help: .of(.provider(words: StorageLocation.schemes.joined(separator: ", "))),
    completion: .list(StorageLocation.schemes))
  var provider: String?

  @Option(help: .of(.region))
  var region: String?

  @OptionGroup var side: SideOptions

  @Option(help: .of(.formatOfMany))
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
    guard let keys = try await side.keys(for: account) else {
      throw Failure(Failure.usage, .noAccounts(provider))
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
        .notAProvider(word, schemes: StorageLocation.schemes.joined(separator: ", ")))
    }
    if provider == "S3" {
      guard let region else {
        throw Failure(Failure.usage, .noStoreAddress)
      }
      return StorageLocation(provider: provider, region: try S3Store(region).text)
    }
    return StorageLocation(provider: provider, region: region ?? "")
  }
}
