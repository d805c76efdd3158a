import Foundation
import Migration
import MigrationService
import SystemPackage

/// The configuration of a demo, in a place of its own: it gives the keys of the two stores, so that a
/// task can be resumed, or one like it made, without any being typed.
struct DemoConfiguration {
  private let directory: FilePath

  /// The configuration of the demo whose directory this is.
  init(of demo: FilePath) { directory = demo.appending("config") }

  /// Writes it, for the owner alone.
  func write(_ stores: DemoStores) throws {
    try FileManager.default.createDirectory(
      atPath: directory.appending("ferry").string, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    var text = "stores:\n"
    for (name, store) in [("source", stores.source), ("destination", stores.destination)] {
      let file = directory.appending("\(name)-keys")
      try write("\(store.keys.accessKey)\n\(store.keys.secretKey.reveal())\n", to: file)
      text += "  - match: s3://?endpoint=\(store.endpoint)\n    command: cat '\(file.string)'\n"
    }
    try write(text, to: directory.appending("ferry").appending("config.yaml"))
  }

  /// The environment of whoever looks at the demo: the user's, with this configuration in place of
  /// theirs, and without keys that are meant for other stores.
  func environment(_ own: [String: String]) -> [String: String] {
    own.filter { !$0.key.hasPrefix("FERRY_SOURCE_") && !$0.key.hasPrefix("FERRY_DESTINATION_") }
      .merging(["XDG_CONFIG_HOME": directory.string]) { $1 }
  }

  private func write(_ text: String, to file: FilePath) throws {
    let descriptor = try FileDescriptor.open(
      file, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: .ownerReadWrite)
    try descriptor.closeAfter { _ = try descriptor.writeAll(text.utf8) }
  }
}
