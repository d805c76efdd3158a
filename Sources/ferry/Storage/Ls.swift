import ArgumentParser
import Canvas
import Dashboard
import Migration
import MigrationCore
import Words

/// `ferry ls LOCATION`: what a folder of a bucket holds.
struct Ls: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.ls),
    discussion: .of(.ls, example: "ferry ls 's3://photos/2024/?endpoint=https://s3.example.com'"))

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: .of(.location))
  var location: String

  @OptionGroup var side: SideOptions

  @Option(help: .of(.formatOfMany))
  var output: OutputFormat = .table

  /// An object as `--output json` has it; the size of a folder is null.
  private struct Entry: Encodable {
    let key: String
    let size: Int64?

    private enum CodingKeys: String, CodingKey { case key, size }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(key, forKey: .key)
      try container.encode(size, forKey: .size)
    }
  }

  func run() async throws {
    let place = try StorageLocation(location).asFolder
    let desk = try await StorageDesk(try await connection.resolve())
    let objects = try await desk.folder(place, keys: try await side.keys(for: place))
    switch output {
    case .json:
      Console.raw(
        try JSONText.of(objects.map { Entry(key: $0.key, size: $0.size?.rawValue) }))
    case .table:
      var table = TextTable([.init(.size, alignment: .trailing), .init(.key)])
      for object in objects {
        table.add([object.size.map { bytesText($0) } ?? "-", object.key])
      }
      Console.table(table)
    }
  }
}
