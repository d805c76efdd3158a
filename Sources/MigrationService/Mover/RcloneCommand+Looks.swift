import Migration
import SystemPackage

/// The command lines of looks at the ends, which change nothing.
extension RcloneCommand {
  /// The source, where it is looked at alone.
  var sourcePlace: FaultPlace { FaultPlace(.source, directory: order.source.location.directory) }
  /// The place of a look, which is the destination of its order.
  var lookedAt: FaultPlace { FaultPlace(order.destination.location) }

  /// Compares both ends as a sign and a name, one object a line.
  ///
  /// - Parameters:
  ///   - listName: As ``scan(listName:isPatient:)`` has it.
  ///   - readsContents: Whether the bytes are compared, not what the ends say of them.
  ///   - isOneWay: Whether it does not matter what is at the destination alone.
  /// - Returns: The program and its arguments.
  func compare(
    listName: String? = nil, readsContents: Bool = false, isOneWay: Bool = false
  ) -> [String] {
    var words =
      confinement + [
        program.string, "check", source.path, destination.path, "--combined", "-", "--stats", "0",
        "--checkers", "8", "--no-unicode-normalization",
      ]
    if readsContents { words.append("--download") }
    // What is too old at the source is not looked at there, and would seem to be at the destination alone.
    if isOneWay || order.changedSince != nil { words.append("--one-way") }
    // Asked for by its name, what cannot be seen would be told as missing.
    return words + since + selection(listName, isPatient: false, asksByName: false)
  }

  /// Lists the one folder that the destination is, as `size;name`, a folder with a slash.
  func folder() -> [String] { level(destination.path) }

  /// Lists the folder `key` of the bucket that the destination is likewise.
  func folder(_ key: String) -> [String] { level(path(of: key)) }

  /// Lists the buckets of the account of the destination likewise.
  func buckets() -> [String] {
    level(String(destination.path.prefix { $0 != ":" } + ":"))
  }

  /// Prints what is in the object `key` of the bucket that the destination is.
  func contents(of key: String) -> [String] {
    confinement + [program.string, "cat"] + of(key)
  }

  /// Says what the object `key` is, as one JSON object.
  func standing(of key: String) -> [String] {
    confinement + [program.string, "lsjson", "--stat"] + of(key)
  }

  private func of(_ key: String) -> [String] { [path(of: key)] + Self.manners() }

  private func path(of key: String) -> String {
    destination.path + (destination.path.hasSuffix(":") ? "" : "/") + ObjectName.spell(key)
  }

  private func level(_ path: String) -> [String] {
    confinement + [program.string, "lsf", path, "--format", "sp"] + Self.manners()
  }
}
