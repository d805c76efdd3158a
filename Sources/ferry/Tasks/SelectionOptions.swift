public import ArgumentParser
public import Migration
import Words

/// Which objects a new task moves, and where to.
struct SelectionOptions: ParsableArguments {
  @Option(help: .of(.from))
  var from: String?

  @Option(help: .of(.to))
  var to: String?

  @Option(
    help: .of(.type))
  var type: TaskKind?

  @Option(parsing: .upToNextOption, help: .of(.key))
  var key: [String] = []

  @Option(
    help: .of(.keysFrom, valueName: "file"),
    completion: .file())
  var keysFrom: String?

  @Option(help: .of(.listFile))
  var listFile: String?

  @Option(help: .of(.listFiles))
  var listFiles: Int?

  func validate() throws {
    if !key.isEmpty, keysFrom != nil {
      throw ValidationError(.keysTwice)
    }
    if let listFiles, listFiles < 1 { throw ValidationError(.fromOne(option: "--list-files")) }
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
        throw Failure(Failure.usage, .goesWith(["--list-files"], "--list-file"))
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
      throw Failure(Failure.usage, .noDestination)
    }
    return try StorageLocation(to).asFolder
  }

  private func source(_ kind: TaskKind, _ model: StorageLocation?) throws -> StorageLocation {
    if kind == .urlList {
      guard from == nil else {
        throw Failure(
          Failure.usage, .addressesHaveNoPlace)
      }
      return StorageLocation(provider: "URLSource")
    }
    guard
      var source = try from.map({ text throws(ConfigurationError) in try StorageLocation(text) })
        ?? model
    else {
      throw Failure(Failure.usage, .noSource)
    }
    if kind.takesListFile, from == nil { source.keys = [] }
    if let keys = try keys() {
      guard from == nil || source.keys.isEmpty else {
        throw Failure(
          Failure.usage, .keysInPlaceToo)
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
      Console.progress(.keysAgain(list: name, count: list.repeated))
    }
    return list.keys
  }

  private func file() throws -> ListFile? {
    guard let listFile else { return nil }
    // A bucket's name has no slash, and a directory's path begins with one.
    let slash =
      listFile.hasPrefix("/")
      ? listFile.dropLast().lastIndex(of: "/") : listFile.firstIndex(of: "/")
    let bucket = listFile[..<(slash ?? listFile.startIndex)]
    let key = listFile[(slash ?? listFile.startIndex)...].dropFirst()
    guard !bucket.isEmpty, !key.isEmpty else {
      throw Failure(Failure.usage, .notAListFile(listFile))
    }
    return ListFile(bucket: String(bucket), key: String(key))
  }
}

extension TaskKind: ExpressibleByArgument {}

extension TaskKind {
  /// Whether a list file names the objects.
  fileprivate var takesListFile: Bool { self == .list || self == .urlList }
}
