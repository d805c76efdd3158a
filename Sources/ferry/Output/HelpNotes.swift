/// What the help of a command says behind its options.
enum HelpNotes {
  /// What stands before an example; the tests run what follows it.
  static let mark = "Example: "

  /// Notes that end with an example.
  ///
  /// The example is a line for the shell that is of use as it stands, and the tests run it. So it names
  /// nothing but what they have, or have something for: the task 179531974330200, the group
  /// 9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61, the synchronisation task
  /// 0d6f3c1e-7d5b-4f0e-9f3a-2b8c1d4e5f60, the folder /srv/photos, the file /srv/keys, the store
  /// https://s3.example.com, the port 8080, and the buckets photos and archive.
  ///
  /// - Parameters:
  ///   - text: The notes before it; empty for none.
  ///   - example: The example.
  /// - Returns: The notes.
  static func ending(_ text: String = "", example: String) -> String {
    (text.isEmpty ? "" : text + "\n\n") + mark + example
  }
}
