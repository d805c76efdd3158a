import ArgumentParser
import Words

extension String {
  /// What a command does, in the language of this run.
  static func of(_ topic: HelpTopic) -> String { Spoken.tongue.abstract(of: topic) }

  /// What the help of a command says at its end.
  ///
  /// The example is a line for the shell that is of use as it stands, and the tests run it. So it names
  /// nothing but what they have, or have something for: the task 179531974330200, the group
  /// 9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61, the synchronisation task
  /// 0d6f3c1e-7d5b-4f0e-9f3a-2b8c1d4e5f60, the folder /srv/photos, the file /srv/keys, the store
  /// https://s3.example.com, the port 8080, and the buckets photos and archive.
  ///
  /// - Parameters:
  ///   - topic: The command.
  ///   - example: The example.
  /// - Returns: The notes on it and the example.
  static func of(_ topic: HelpTopic, example: String) -> String {
    let notes = Spoken.tongue.notes(on: topic)
    return (notes.isEmpty ? "" : notes + "\n\n") + Spoken.tongue.example + example
  }
}

extension ArgumentHelp {
  /// What an option is for, in the language of this run.
  ///
  /// - Parameters:
  ///   - option: The option.
  ///   - valueName: What stands for its value; `nil` for its own name.
  /// - Returns: The help.
  static func of(_ option: HelpedOption, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(Spoken.tongue.help(for: option), valueName: valueName)
  }
}
