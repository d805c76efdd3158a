import FoundationEssentials
package import Migration
import PrivateFiles
package import SystemPackage

/// An access key that callers may sign with, and the project that it belongs to.
package struct AccessKey: Equatable, Sendable {
  /// The access key and its secret key.
  package let keys: StorageKeys
  /// The project whose tasks the key may see and change.
  package let project: String

  /// A key for a project.
  package init(keys: StorageKeys, project: String) {
    self.keys = keys
    self.project = project
  }
}

/// A file of lines `ACCESS_KEY:SECRET_KEY:PROJECT_ID`; empty ones and those that begin with `#` are
/// passed over.
package enum AccessKeyFile {
  /// Why a file is not used; no secret gets into the description.
  package enum Problem: Error, Equatable, CustomStringConvertible {
    /// It is not there.
    case missing(String)
    /// Others than its owner may read or write it.
    case openToOthers(String)
    /// A line is not three parts.
    case line(Int, String)
    /// No line has a key.
    case empty(String)
    /// A key stands there twice.
    case twice(String)

    package var description: String {
      switch self {
      case .missing(let path): "\(path) is not there"
      case .openToOthers(let path):
        "\(path) can be read by others; make it private with chmod 600"
      case .line(let number, let path):
        "\(path), line \(number): expected ACCESS_KEY:SECRET_KEY:PROJECT_ID"
      case .empty(let path): "\(path) has no access key in it"
      case .twice(let key): "the access key \(key) stands in the file twice"
      }
    }
  }

  /// Reads the keys of a file.
  ///
  /// - Throws: ``Problem``, or `Errno` when it cannot be read.
  package static func keys(in file: FilePath) throws -> [AccessKey] {
    guard let bytes = try PrivateFiles.contents(of: file) else {
      throw Problem.missing(file.string)
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: file.string)
    let mode = (attributes[.posixPermissions] as? Int) ?? 0o777
    guard mode & 0o077 == 0 else { throw Problem.openToOthers(file.string) }
    let text = String(decoding: bytes, as: UTF8.self)
    let keys = try self.keys(inText: text, of: file.string)
    guard !keys.isEmpty else { throw Problem.empty(file.string) }
    var seen: Set<String> = []
    for key in keys where !seen.insert(key.keys.accessKey).inserted {
      throw Problem.twice(key.keys.accessKey)
    }
    return keys
  }

  private static func keys(inText text: String, of path: String) throws -> [AccessKey] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return try lines.enumerated().compactMap { index, line in
      guard !line.isEmpty, line.first != "#" else { return nil }
      let parts = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }), ProjectID.isValid(parts[2]) else {
        throw Problem.line(index + 1, path)
      }
      return AccessKey(
        keys: StorageKeys(accessKey: parts[0], secretKey: Secret(parts[1])), project: parts[2])
    }
  }
}
