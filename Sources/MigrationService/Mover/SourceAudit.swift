import FoundationEssentials
import Migration
import SystemPackage

/// Holds a run against a listing of the source that was made another way: what the copy does not see,
/// its own list does not have either.
struct SourceAudit {
  /// What is no file and so was left out, with the reason.
  private(set) var leftOut: [UnmovedObject] = []
  /// Objects of the source that nothing has become of, in rclone's spelling.
  private(set) var missed: [String] = []

  /// Looks through a source that is a directory; any other one is taken as it was listed.
  init(_ order: MoveOrder, _ ledger: ObjectLedger) {
    guard order.source.location.provider == "Local", order.onlyObjects == nil else { return }
    let selector = ObjectSelector(order)
    let unread = DirectoryWalk.entries(below: FilePath(order.source.location.bucket)) { entry in
      guard selector.selects(entry.name) else { return }
      let name = NameBytes.text(entry.name[...])
      switch entry.kind {
      case .directory: break
      case .link:
        leftOut.append(UnmovedObject(name, "It is a symbolic link, which is not followed."))
      case .special:
        leftOut.append(
          UnmovedObject(name, "It is a socket, a pipe or a device, which has nothing to copy."))
      case .file:
        let fate = ledger.fate(of: ObjectName.spell(name))
        // What came after the run had begun is no part of it.
        if fate == nil || fate == .heard, entry.changed < order.began {
          missed.append(ObjectName.spell(name))
        }
      }
    }
    for directory in unread where selector.selects(directory + [UInt8(ascii: "/")]) {
      let name = NameBytes.text(directory[...]) + "/"
      leftOut.append(UnmovedObject(name, "The directory cannot be read."))
    }
  }
}
