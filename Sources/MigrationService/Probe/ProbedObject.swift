import FoundationEssentials
import Migration
import SystemPackage

/// The object that a probe puts, reads back and deletes.
struct ProbedObject: Sendable {
  /// Its name in the folder; nobody else has one like it.
  let name: String
  /// What is in it: one line, with its end.
  let content: [UInt8]
  private let program: String
  private let path: String
  private let place: FaultPlace
  private let environment: [String: String]

  /// An object in `place`, which is not there yet.
  ///
  /// - Throws: ``MoverProblem`` when the place cannot be meant.
  init(
    in place: StorageLocation, keys: StorageKeys?, program: RcloneProgram,
    environment: [String: String]
  ) throws {
    let mark = UUID().uuidString.lowercased()
    name = "ferry-doctor-\(mark).tmp"
    content = Array(
      "Put by 'ferry doctor --store' to see whether it may; to be deleted. \(mark)\n".utf8)
    let task = Migration.NewTask(source: place, destination: place, keys: TransferKeys())
    let command = try RcloneCommand(
      try SourceListing.order(task, from: nil, to: keys), program: program.path,
      inherited: environment)
    self.place = command.lookedAt
    let folder = command.destination.path
    path = folder + (folder.hasSuffix(":") || folder.hasSuffix("/") ? "" : "/") + name
    self.program = program.path.string
    self.environment = command.environment
  }

  /// Puts it.
  func put() async throws { _ = try await run("rcat", input: content) }

  /// Reads it back.
  func isAsItWas() async throws -> Bool { try await run("cat") == content.dropLast() }

  /// When it was put, by the clock of the store; `nil` when the store does not say.
  func modified() async throws -> Date? {
    let text = String(
      decoding: try await run("lsf", "--format", "t", "--time-format", "unix"), as: UTF8.self)
    return Int64(text.filter { !$0.isWhitespace }).map { Date(timeIntervalSince1970: Double($0)) }
  }

  /// Deletes it.
  func delete() async throws { _ = try await run("deletefile") }

  private func run(_ words: String..., input: [UInt8] = []) async throws -> [UInt8] {
    let call = [program] + words.prefix(1) + [path] + words.dropFirst()
    var output: [UInt8] = []
    try await RcloneLines(
      arguments: call + RcloneCommand.manners(), environment: environment, input: input,
      scene: .place(place)
    ).read {
      for line in $0 { output += line }
    }
    return output
  }
}
