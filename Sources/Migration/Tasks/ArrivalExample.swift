/// Where one object of a new task would come from and where it would arrive, for people to check.
///
/// Keys are kept as OMS keeps them: what the source's bucket calls `photos/a` arrives as the
/// destination's folder and `photos/a`. The bucket of a local directory is the directory itself.
package struct ArrivalExample: Equatable, Sendable {
  /// The object at the source: its bucket and its key.
  package let source: String
  /// The same at the destination.
  package let destination: String

  /// An example for a task; `nil` where the keys are only known to a list of addresses.
  ///
  /// Where a folder or a beginning of names is meant, the rest of the name is made up.
  ///
  /// - Parameters:
  ///   - task: The task.
  ///   - sourceIsObject: Whether the source's bucket is the one object itself, as a path to a file is.
  package init?(_ task: NewTask, sourceIsObject: Bool = false) {
    guard task.kind != .urlList else { return nil }
    let chosen = task.source.keys.first { !$0.isEmpty && $0 != "/" } ?? ""
    let isOneObject = task.kind == .object && !chosen.isEmpty && !chosen.hasSuffix("/")
    let bucket = task.source.bucket
    let file = sourceIsObject ? bucket.split(separator: "/").last.map(String.init) : nil
    let key = file ?? (isOneObject ? chosen : chosen + "a.jpg")
    let folder = task.destination.keys.first { !$0.isEmpty && $0 != "/" } ?? ""
    source = file == nil ? Self.place(bucket, key) : bucket
    destination = Self.place(task.destination.bucket, folder + key)
  }

  /// Both in one line.
  package var line: String { "\(source) → \(destination)" }

  private static func place(_ bucket: String, _ key: String) -> String {
    bucket + (bucket.hasSuffix("/") || bucket.hasSuffix(":") || key.hasPrefix("/") ? "" : "/") + key
  }
}
