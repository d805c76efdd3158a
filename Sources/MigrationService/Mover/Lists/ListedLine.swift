import Migration

/// A line of a list file: the key of an object, or an address, a tab and the key that what is there gets;
/// keys are URL-encoded.
enum ListedLine: Equatable {
  /// Nothing.
  case blank
  /// An object by its key, with the address that it is read from in a list of addresses.
  case object(key: String, address: String)
  /// What cannot be moved, with the reason.
  case unusable(name: String, reason: String)

  /// Reads a line of the list file of a task of `kind`, without its end.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - kind: The type of the task.
  ///   - isPath: Whether keys become paths at one of the ends, which `..` would lead out of.
  init(_ line: ArraySlice<UInt8>, of kind: TaskKind, isPath: Bool) {
    var line = line
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    guard line.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else {
      self = .blank
      return
    }
    guard let text = String(validating: line, as: UTF8.self) else {
      self = .unusable(name: NameBytes.text(line), reason: "The line is not UTF-8.")
      return
    }
    self = kind == .urlList ? Self.address(text) : Self.object(text, isPath: isPath)
  }

  private static func object(_ text: String, isPath: Bool) -> ListedLine {
    let key = PercentEncoding.decoded(text)
    guard (1...1024).contains(key.utf8.count) else {
      return .unusable(name: text, reason: "The key is longer than 1024 bytes.")
    }
    guard !key.utf8.contains(where: { [0, 10, 13].contains($0) }) else {
      return .unusable(name: text, reason: "The key holds a line break or a zero byte.")
    }
    let names = key.utf8.split(separator: UInt8(ascii: "/"))
    guard
      !isPath
        || !names.contains(where: { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) })
    else { return .unusable(name: key, reason: "The key leads out of its directory.") }
    return .object(key: key, address: "")
  }

  private static func address(_ text: String) -> ListedLine {
    let parts = text.split(separator: "\t", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else {
      return .unusable(
        name: shown(parts[0]), reason: "The line is not an address, a tab and an object's key.")
    }
    let (address, key) = (String(parts[0]), PercentEncoding.decoded(String(parts[1])))
    guard isAddress(address) else {
      return .unusable(name: key, reason: "The address does not begin with http:// or https://.")
    }
    // What stands between the slashes becomes a part of a request's path, and rclone's own marks stand for
    // other characters there.
    let names = key.split(separator: "/", omittingEmptySubsequences: false)
    guard key.utf8.count <= 1024, names.allSatisfy({ !["", ".", ".."].contains($0) }),
      ObjectName.spell(key) == key, !key.utf8.contains(0x7F)
    else { return .unusable(name: key, reason: "The key is none that can be written.") }
    return .object(key: key, address: address)
  }

  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 && ["http:", "https:"].contains(parts[0].lowercased())
      && parts[1].isEmpty && parts[2].first.map { $0 != "/" } ?? false
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// An address without what may be a signature.
  private static func shown(_ address: Substring) -> String {
    String(address.prefix { $0 != "?" })
  }
}
