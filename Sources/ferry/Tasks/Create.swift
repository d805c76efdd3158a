import ArgumentParser
import MigrationAPI

/// `ferry create`: makes a task, which starts by itself.
struct Create: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Create a task; prints its id.",
    discussion: """
      Locations: local:/PATH, s3://BUCKET/PREFIX?endpoint=URL, obs://BUCKET/PREFIX?region=R \
      (likewise aws, oss, cos, …), rclone:REMOTE:BUCKET/PREFIX. A source prefix that ends in / is a \
      folder, any other one object. Storage keys are asked for, or taken from FERRY_SOURCE_AK, \
      FERRY_SOURCE_SK, FERRY_DESTINATION_AK and FERRY_DESTINATION_SK.
      """)

  @OptionGroup var connection: ConnectionOptions

  @Option(help: "Where the objects come from.")
  var from: String

  @Option(help: "Where they go to.")
  var to: String

  @Option(help: "Words of your own.")
  var description: String = ""

  @Option(help: "How the objects are chosen: object, prefix, list or url_list.")
  var type: String = TaskKind.object.rawValue

  @Option(parsing: .upToNextOption, help: "Object keys, folders or prefixes at the source.")
  var key: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: "Speed limits by time of day, such as 08:00-18:59=20MiB; at most 5.")
  var bandwidth: [String] = []

  func run() async throws {
    let task = try newTask()
    let connection = try await connection.resolve()
    guard !connection.isReadOnly else {
      throw Failure(
        Failure.failed, "profile '\(connection.profile)' is read-only; nothing was sent")
    }
    let journal = Journal(path: FerryPaths(environment: Environment.current).journal)
    let entry = try begun(task, journal: journal, profile: connection.profile)
    do {
      let created = try await connection.backend.create(task)
      entry.end(ActionResult(id: created.id, name: created.name, outcome: .done))
      Console.line(String(created.id.rawValue))
    } catch {
      entry.end(
        ActionResult(id: TaskID(rawValue: 0), name: "", outcome: .failed, problem: error))
      throw error
    }
  }

  private func begun(
    _ task: NewTask, journal: Journal, profile: String
  ) throws -> Journal.Entry {
    do {
      return try journal.beginCreation(of: task, profile: profile)
    } catch {
      throw Failure(
        Failure.failed, "nothing was sent, because the journal cannot be written (\(error))")
    }
  }

  private func newTask() throws -> NewTask {
    guard let kind = TaskKind(rawValue: type) else {
      throw Failure(
        Failure.usage, "'\(type)' is not a task type; give object, prefix, list or url_list")
    }
    guard kind == .object || kind == .prefix else {
      throw Failure(Failure.usage, "tasks of type \(type) are not supported yet")
    }
    var source = try StorageLocation(from)
    var destination = try StorageLocation(to)
    if !key.isEmpty {
      guard source.keys.isEmpty else {
        throw Failure(Failure.usage, "give the keys either in --from or with --key, not both")
      }
      source.keys = key
    }
    // The API wants a folder; without the slash the names would run together.
    destination.keys = destination.keys.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    let windows = try bandwidth.map(BandwidthText.window)
    let keys = try KeyPrompt(environment: Environment.current).keys(
      source: source.needsKeys, destination: destination.needsKeys)
    var settings = TaskSettings()
    settings.description = description
    settings.bandwidth = windows
    return NewTask(
      kind: kind, source: source, destination: destination, keys: keys, settings: settings)
  }
}

/// A speed window as users type it: `hh:mm-hh:mm=BYTES`.
private enum BandwidthText {
  static func window(_ text: String) throws -> BandwidthWindow {
    guard let match = text.wholeMatch(of: #/(\d\d:\d\d)-(\d\d:\d\d)=(.+)/#),
      let bytes = UnitText.bytes(match.output.3), bytes >= 1, bytes < 1e15
    else {
      throw Failure(
        Failure.usage, "'\(text)' is not a speed window; write 08:00-18:59=20MiB (bytes a second)")
    }
    return BandwidthWindow(
      start: String(match.output.1), end: String(match.output.2),
      maxBandwidth: ByteRate(rawValue: Int64(bytes)))
  }
}
