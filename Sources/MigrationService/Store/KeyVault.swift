import Crypto
import FoundationEssentials
import Migration
import PrivateFiles
import SystemPackage

/// Keeps the keys of tasks unreadable on disk: AES-GCM with a key that lies in a file of its own.
///
/// Each text is bound to its task, so that it opens for no other.
struct KeyVault: Sendable {
  private let key: SymmetricKey

  private struct Contents: Codable {
    let source: [String]?
    let destination: [String]?
  }

  /// A vault whose key is in `file` (0600), which is made when it is not there.
  ///
  /// - Throws: ``StoreProblem/keyFile(_:)`` when the file holds something else.
  init(file: FilePath) throws {
    key = try Self.existing(file) ?? Self.make(file)
  }

  /// Seals keys for a task.
  func seal(_ keys: TransferKeys, for id: TaskID) throws -> Data {
    let contents = Contents(
      source: keys.source.map(Self.texts), destination: keys.destination.map(Self.texts))
    let sealed = try AES.GCM.seal(
      try JSONEncoder().encode(contents), using: key, authenticating: Self.name(of: id))
    guard let combined = sealed.combined else { throw CryptoKitError.incorrectParameterSize }
    return combined
  }

  /// Opens what was sealed for a task, or returns `nil` when it was not, or not with this key.
  func open(_ data: Data, for id: TaskID) -> TransferKeys? {
    guard let box = try? AES.GCM.SealedBox(combined: data),
      let text = try? AES.GCM.open(box, using: key, authenticating: Self.name(of: id)),
      let contents = try? JSONDecoder().decode(Contents.self, from: text)
    else { return nil }
    return TransferKeys(
      source: contents.source.flatMap(Self.keys),
      destination: contents.destination.flatMap(Self.keys))
  }

  private static func name(of id: TaskID) -> Data { Data("task \(id)".utf8) }

  /// A pair, and behind it what only some stores take; empty texts stand for what is not there.
  private static func texts(_ keys: StorageKeys) -> [String] {
    let more = [keys.securityToken, keys.connectionString, keys.authFile]
    let pair = [keys.accessKey, keys.secretKey.reveal()]
    return more.allSatisfy { $0 == nil } ? pair : pair + more.map { $0?.reveal() ?? "" }
  }

  private static func keys(_ texts: [String]) -> StorageKeys? {
    guard [2, 5].contains(texts.count) else { return nil }
    var keys = StorageKeys(accessKey: texts[0], secretKey: Secret(texts[1]))
    let more = texts.dropFirst(2).map { $0.isEmpty ? nil : Secret($0) }
    guard more.count == 3 else { return keys }
    (keys.securityToken, keys.connectionString, keys.authFile) = (more[0], more[1], more[2])
    return keys
  }

  private static func existing(_ file: FilePath) throws -> SymmetricKey? {
    guard let bytes = try PrivateFiles.contents(of: file) else { return nil }
    guard bytes.count == 32 else { throw StoreProblem.keyFile(file.string) }
    return SymmetricKey(data: bytes)
  }

  private static func make(_ file: FilePath) throws -> SymmetricKey {
    let key = SymmetricKey(size: .bits256)
    let new = FilePath("\(file.string).new")
    let descriptor = try FileDescriptor.open(
      new, .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: .ownerReadWrite)
    try descriptor.closeAfter {
      _ = try key.withUnsafeBytes { try descriptor.writeAll($0) }
      try PrivateFiles.synchronize(descriptor)
    }
    // A key file is either whole or not there.
    _ = try FileManager.default.moveItem(atPath: new.string, toPath: file.string)
    return key
  }
}
