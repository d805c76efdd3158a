public import ArgumentParser
public import Migration

/// Which objects a new task moves, and where to.
struct SelectionOptions: ParsableArguments {
  @Option(help: "Where the objects come from; left out for the type url_list.")
  var from: String?

  @Option(help: "Where they go to.")
  var to: String?

  @Option(
    help: """
      How the objects are chosen: object (keys and folders), prefix (all names that begin so), \
      list (names in a file), url_list (addresses in a file).
      """)
  var type: TaskKind?

  @Option(parsing: .upToNextOption, help: "Object keys, folders or prefixes at the source.")
  var key: [String] = []

  @Option(
    help: ArgumentHelp(
      "The same from a file, one a line; - is standard input.", valueName: "file"),
    completion: .file())
  var keysFrom: String?

  @Option(help: "BUCKET/KEY of the list file, in a bucket at the destination's side.")
  var listFile: String?

  @Option(help: "How many list files there are (v2).")
  var listFiles: Int?

  func validate() throws {
    if !key.isEmpty, keysFrom != nil {
      throw ValidationError("give the keys either with --key or with --keys-from, not both")
    }
    if let listFiles, listFiles < 1 { throw ValidationError("--list-files takes a number from 1") }
  }

  /// The task that was asked for, without keys.
  ///
  /// - Parameters:
  ///   - settings: What else was chosen.
  ///   - kind: How objects are chosen when nobody says so.
  ///   - model: A task that what is not given is taken over from, or `nil`.
  /// - Returns: The task.
  /// - Throws: `ConfigurationError` or ``Failure`` that says what does not fit.
  func task(
    settings: TaskSettings, kind: TaskKind = .object, like model: NewTask? = nil
  ) throws -> NewTask {
    let kind = type ?? model?.kind ?? kind
    var settings = settings
    settings.listFile = try file() ?? (kind.takesListFile ? settings.listFile : nil)
    if let listFiles {
      guard settings.listFile != nil else {
        throw Failure(Failure.usage, "--list-files goes with --list-file")
      }
      settings.listFile?.count = String(listFiles)
    }
    return NewTask(
      kind: kind, source: try source(kind, model?.source),
      destination: try destination(model?.destination), keys: TransferKeys(), settings: settings)
  }

  private func destination(_ model: StorageLocation?) throws -> StorageLocation {
    guard let to else {
      if let model { return model }
      throw Failure(Failure.usage, "give --to, the place that the objects go to")
    }
    var destination = try StorageLocation(to)
    // The API wants a folder; without the slash the names would run together.
    destination.keys = destination.keys.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    return destination
  }

  private func source(_ kind: TaskKind, _ model: StorageLocation?) throws -> StorageLocation {
    if kind == .urlList {
      guard from == nil else {
        throw Failure(
          Failure.usage, "tasks of type url_list take their addresses from --list-file, not --from")
      }
      return StorageLocation(provider: "URLSource")
    }
    guard
      var source = try from.map({ text throws(ConfigurationError) in try StorageLocation(text) })
        ?? model
    else {
      throw Failure(Failure.usage, "give --from; only tasks of type url_list go without it")
    }
    if kind.takesListFile, from == nil { source.keys = [] }
    if let keys = try keys() {
      guard from == nil || source.keys.isEmpty else {
        throw Failure(
          Failure.usage, "give the keys either in --from or with --key or --keys-from, not both")
      }
      source.keys = keys
    }
    return source
  }

  /// The keys that were given; `nil` when none were.
  private func keys() throws -> [String]? {
    guard let keysFrom else { return key.isEmpty ? nil : key }
    let name = keysFrom == "-" ? "standard input" : keysFrom
    let list = try ObjectKeyList(try TextInput.bytes(of: keysFrom), named: name)
    if list.repeated > 0 {
      let count = list.repeated == 1 ? "1 key" : "\(list.repeated) keys"
      Console.progress("\(name) names \(count) again; each is moved once")
    }
    return list.keys
  }

  private func file() throws -> ListFile? {
    guard let listFile else { return nil }
    let parts = listFile.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw Failure(Failure.usage, "'\(listFile)' is not BUCKET/KEY, such as lists/photos.txt")
    }
    return ListFile(bucket: String(parts[0]), key: String(parts[1]))
  }
}

extension TaskKind: ExpressibleByArgument {}

extension TaskKind {
  /// Whether a list file names the objects.
  fileprivate var takesListFile: Bool { self == .list || self == .urlList }
}
