public import ArgumentParser
public import Migration

/// Which objects a new task moves, and where to.
struct SelectionOptions: ParsableArguments {
  @Option(help: "Where the objects come from; left out for the type url_list.")
  var from: String?

  @Option(help: "Where they go to.")
  var to: String

  @Option(
    help: """
      How the objects are chosen: object (keys and folders), prefix (all names that begin so), \
      list (names in a file), url_list (addresses in a file).
      """)
  var type: TaskKind = .object

  @Option(parsing: .upToNextOption, help: "Object keys, folders or prefixes at the source.")
  var key: [String] = []

  @Option(help: "BUCKET/KEY of the list file, in a bucket at the destination's side.")
  var listFile: String?

  /// The task that was asked for, without keys.
  ///
  /// - Throws: ``ConfigurationError`` or ``Failure`` that says what does not fit.
  func task(settings: TaskSettings) throws -> NewTask {
    var settings = settings
    settings.listFile = try file()
    var destination = try StorageLocation(to)
    // The API wants a folder; without the slash the names would run together.
    destination.keys = destination.keys.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    return NewTask(
      kind: type, source: try source(), destination: destination, keys: TransferKeys(),
      settings: settings)
  }

  private func source() throws -> StorageLocation {
    guard let from else {
      guard type == .urlList else {
        throw Failure(Failure.usage, "give --from; only tasks of type url_list go without it")
      }
      return StorageLocation(provider: "URLSource")
    }
    guard type != .urlList else {
      throw Failure(
        Failure.usage, "tasks of type url_list take their addresses from --list-file, not --from")
    }
    var source = try StorageLocation(from)
    if !key.isEmpty {
      guard source.keys.isEmpty else {
        throw Failure(Failure.usage, "give the keys either in --from or with --key, not both")
      }
      source.keys = key
    }
    return source
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
