import FoundationEssentials
import Migration
import SystemPackage

/// The command lines of a run: one that lists the source, one that copies.
///
/// Everything on them may be seen by other users of the machine; keys are in `environment`.
struct RcloneCommand {
  /// The environment of every process of the run.
  let environment: [String: String]
  /// The rclone to run.
  let program: FilePath
  /// What is to be moved.
  let order: MoveOrder
  /// The end that objects are read from.
  let source: RcloneRemote
  /// The end that objects are written to.
  let destination: RcloneRemote
  private let hasRules: Bool
  /// What rclone calls both ends.
  var paths: SidePaths {
    var paths = SidePaths(source: source.path, destination: destination.path)
    paths.directories[.source] = order.source.location.directory
    paths.directories[.destination] = order.destination.location.directory
    return paths
  }
  /// What keeps the processes within some paths.
  let confinement: [String]

  /// The commands for `order`.
  ///
  /// - Parameters:
  ///   - order: The order.
  ///   - program: The rclone to run.
  ///   - inherited: What it may inherit of.
  ///   - confinement: Keeps it within the roots of the order; `nil` where nothing can.
  ///   - isLook: Whether nothing is to be written.
  /// - Throws: When one of its ends cannot be used.
  init(
    _ order: MoveOrder, program: FilePath, inherited: [String: String],
    confinement: RunConfinement? = nil, isLook: Bool = false
  ) throws(MoverProblem) {
    self.order = order
    self.program = program
    let choices = order.choices
    source = try RcloneRemote(order.source, choices.sourceOptions)
    destination = try RcloneRemote(
      order.destination,
      choices.destinationOptions(
        at: order.destination.location.provider, from: order.source.location.provider),
      writtenFrom: order.source)
    hasRules = !ObjectFilter.rules(for: order).isEmpty
    let own = source.environment.merging(destination.environment) { first, _ in first }
    let usesOwnConfiguration = source.isConfiguredByUser || destination.isConfiguredByUser
    environment = Self.inheritable(inherited, usesOwnConfiguration: usesOwnConfiguration)
      .merging(own) { _, second in second }
    // A remote of the owner's, which was allowed by its name, may lie anywhere.
    self.confinement =
      usesOwnConfiguration
      ? []
      : confinement?.prefix(
        for: order, rclone: program, environment: environment, isLook: isLook) ?? []
  }

  /// Lists the source as `size;seconds;name`, one object a line.
  ///
  /// - Parameters:
  ///   - listName: Where ``list`` is read from instead of its file: `-` is standard input.
  ///   - isPatient: Whether a store is asked again for longer that wants fewer requests.
  /// - Returns: The program and its arguments.
  func scan(listName: String? = nil, isPatient: Bool = false) -> [String] {
    confinement + [
      program.string, "lsf", source.path, "--recursive", "--files-only", "--format", "stp",
      "--time-format", "unix",
    ] + selection(listName, isPatient: isPatient)
  }

  /// Copies what is missing or newer at the source, or, in the pass by size, what is there in
  /// another size: `--update` alone takes a newer object for the same one.
  ///
  /// - Parameters:
  ///   - files: Those of the child that is to be started.
  ///   - limit: Bytes a second; `nil` means none.
  ///   - isPatient: Whether less is done at once, and tried again for longer, as a store wants fewer
  ///     requests.
  /// - Returns: The program and its arguments.
  func copy(_ files: ChildFiles, limit: Int64?, isPatient: Bool = false) -> [String] {
    let transfers = max(1, isPatient ? order.transfers / 2 : order.transfers)
    var words =
      confinement + [
        program.string, "copy", source.path, destination.path, "--log-level", "INFO",
        "--combined", "-", "--stats", "0", "--transfers", String(transfers),
        "--checkers", "8", "--partial-suffix", PartialName.suffix, "--no-unicode-normalization",
        "--rc", "--rc-addr", "unix://\(files.socket)", "--rc-no-auth",
      ]
    words += order.choices.copyOptions(in: files.purpose, again: order.onlyObjects != nil)
    // Folders are no objects, and not every place lets their times be set: that is no reason to fail.
    if order.destination.location.provider != "Local" { words.append("--no-update-dir-modtime") }
    if let limit { words += ["--bwlimit", "\(limit)B"] }
    // Not every server sends the part that it is asked for.
    if order.kind == .urlList { words += ["--multi-thread-streams", "0"] }
    return words + since + selection(isPatient: isPatient || mayOverlook)
  }

  /// Leaves out what is too old; names are given of what is not, and beside them rclone takes nothing
  /// else.
  var since: [String] {
    guard let since = order.changedSince, list.map({ $0.name == "rules" }) ?? true else {
      return []
    }
    return ["--max-age", Self.text(since)]
  }

  /// What is in the file that ``selection(_:)`` names.
  enum ListContent {
    /// Filter rules, or names.
    case lines([String])
    /// The names of these objects, a line each.
    case names(UnmovedFile)
    /// It is written already.
    case written
  }

  /// The file that ``selection(_:)`` names, or `nil` when everything is meant.
  var list: (name: String, content: ListContent)? {
    if let names = PreparedList.names(of: order) {
      return (names.lastComponent?.string ?? "", .written)
    }
    if let only = order.selection { return ("only", .names(only)) }
    if let names = ObjectFilter.namedAlone(by: order) { return ("names", .lines(names)) }
    return hasRules ? ("rules", .lines(ObjectFilter.rules(for: order))) : nil
  }

  /// What both commands have in common.
  func selection(
    _ listName: String? = nil, isPatient: Bool, asksByName: Bool? = nil
  ) -> [String] {
    guard let list else { return Self.manners(isPatient: isPatient) }
    return Self.manners(isPatient: isPatient)
      + (list.name == "rules"
        ? ["--filter-from", listName ?? list.name]
        : ["--files-from-raw", listName ?? list.name]
          + (asksByName ?? self.asksByName ? ["--no-traverse"] : []))
  }

  /// Checks that an order that asks by name can see what it would replace.
  ///
  /// - Throws: ``MoverProblem`` when the keys for the destination may not look at its objects, for which
  ///   rclone would take these for missing.
  func checkSight() throws(MoverProblem) {
    guard mayOverlook, !order.destination.seesObjects else { return }
    throw MoverProblem(
      "The keys for the destination may not look at its objects, so nobody can tell what would be "
        + "replaced; give them that right, or have everything replaced.", code: "TRF.0054")
  }

  /// Whether a look at the destination that fails could have a newer object replaced: rclone takes what it
  /// cannot see for missing, and says nothing, so that it is worth asking a store that stumbles for longer.
  private var mayOverlook: Bool {
    guard let list, list.name != "rules" else { return false }
    return asksByName && order.destination.location.provider != "Local"
      && order.choices.overwriteMode != "FULL_OVERWRITE"
  }

  /// Whether objects that are given by their names are asked for one by one, on both sides, instead of
  /// found in lists.
  ///
  /// Then a directory's links are followed, and what cannot be seen at the destination is taken for
  /// missing.
  private var asksByName: Bool {
    order.source.location.provider != "Local" && order.choices.overwriteMode != "NO_OVERWRITE"
  }

  /// How every rclone of this service behaves.
  ///
  /// A store that is gone is found out soon: more tries take minutes, in which nothing is said. One
  /// that wants fewer requests is worth them. Some take minutes for the first page of a list.
  static func manners(isPatient: Bool = false) -> [String] {
    [
      "--use-json-log", "--use-server-modtime", "--retries", "1", "--low-level-retries",
      isPatient ? "10" : "2", "--contimeout", "15s", "--timeout", "5m",
    ]
  }

  /// rclone's spelling of a moment; whole seconds, so that the list and the copy agree.
  private static func text(_ date: Date) -> String {
    Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
      .formatted(.iso8601)
  }
}
