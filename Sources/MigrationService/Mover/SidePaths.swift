/// What rclone calls the two sides of a run on its command line.
struct SidePaths: Sendable {
  /// Where objects come from.
  let source: String
  /// Where they go to.
  let destination: String
  /// The directories among them.
  var directories: [TransferFault.Side: String] = [:]

  /// The side that a message names by its path, as `Failed to create file system for "dav:photos": …`
  /// does.
  fileprivate func side(namedIn message: String) -> TransferFault.Side? {
    if message.contains(Self.opening(source)) { return .source }
    return message.contains(Self.opening(destination)) ? .destination : nil
  }

  private static func opening(_ path: String) -> String {
    let quoted = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "file system for \"\(quoted)\""
  }
}

extension TransferFault.Side {
  /// The side that a message of rclone is about; `nil` when it does not tell.
  init?(of message: String, between paths: SidePaths?) {
    if let named = paths?.side(namedIn: message) {
      self = named
      return
    }
    let text = message.lowercased()
    if Self.sourceWords.contains(where: text.contains) || Self.isBare(text) {
      self = .source
    } else if Self.destinationWords.contains(where: text.contains) {
      self = .destination
    } else {
      return nil
    }
  }

  /// Whether nothing stands before the error itself: rclone says which step of writing has failed, and
  /// gives on what it has got for reading as it is.
  private static func isBare(_ text: String) -> Bool {
    let copying = "failed to copy: "
    return text.hasPrefix(copying) && !text.dropFirst(copying.count).contains(":")
  }

  private static let sourceWords = [
    "error reading source", "failed to open source", "getobject", "object in glacier",
    "source file is being updated", "--files-from failed to read file",
  ]

  private static let destinationWords = [
    "error reading destination", "putobject", "multipart", "uploadpart", "copyobject",
    "no space left", "remaining disk space", "read-only file system", "quota",
    "corrupted on transfer", "mkdir ", "failed to open chunk writer", "partial",
    // WebDAV, SFTP, FTP.
    "update failed", "update close failed", "update create failed", "update readfrom failed",
    "update setmodtime failed", "update stor", "mkparentdir failed",
  ]
}
