import FoundationEssentials
import Migration
import SystemPackage

/// Tells whether what a task writes would be part of what it reads.
enum Nesting {
  /// Whether some object arrives under a name that the task selects at its source.
  static func isInside(_ definition: TaskDefinition) -> Bool {
    let (source, destination) = (definition.source, definition.destination)
    guard store(of: source) == store(of: destination),
      let way = way(from: path(of: source), to: path(of: destination) + folder(of: destination))
    else { return false }
    let start = way.map { $0 + "/" }.joined()
    let keys = source.keys.filter { $0 != "/" }
    return (keys.isEmpty ? [""] : keys).contains { key in
      let isOneObject = definition.kind == .object && !key.isEmpty && !key.hasSuffix("/")
      let name = source.provider == "Local" ? String(key.drop { $0 == "/" }) : key
      return isOneObject ? start.isEmpty : (start + name).utf8.starts(with: name.utf8)
    }
  }

  /// What tells one store from another: names of buckets are unique in it.
  private static func store(of location: StorageLocation) -> String {
    switch location.provider {
    case "Local": "Local"
    case "Rclone":
      "Rclone " + (location.bucket.split(separator: ":", maxSplits: 1).first ?? "")
    case "S3":
      // How a store is asked makes it no other one.
      "S3 \((try? S3Store(location.region))?.endpoint.description.lowercased() ?? location.region)"
    default: StorageLocation.commonProvider(location.provider) + " " + location.region.lowercased()
    }
  }

  /// The names that lead to a location in its store.
  private static func path(of location: StorageLocation) -> [String] {
    switch location.provider {
    case "Local": names(LocalPath.resolved(FilePath(location.bucket)).string)
    case "Rclone": names(String(location.bucket.drop { $0 != ":" }.dropFirst()))
    default: [location.bucket]
    }
  }

  private static func folder(of destination: StorageLocation) -> [String] {
    names(destination.keys.first ?? "")
  }

  private static func names(_ path: String) -> [String] {
    path.unicodeScalars.split(separator: "/").map { String($0) }.filter { $0 != "." }
  }

  /// The names that lead from one place to another below it, or `nil` when it is not below it.
  private static func way(from one: [String], to other: [String]) -> [String]? {
    let isBelow =
      other.count >= one.count
      && zip(one, other).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    return isBelow ? Array(other[one.count...]) : nil
  }
}
