import ArgumentParser
import Migration
import MigrationCore
import Synchronization

/// Asks the service that a half-typed command line means for what could come next.
///
/// A key press must not hang, print or start anything: it takes a second at most, is silent about
/// every trouble, starts no service, asks for nothing and does not log in.
struct LiveCompletion {
  /// The command line as far as it was typed, with the program's name in front.
  let words: [String]

  private static let patience = Duration.milliseconds(900)
  /// As many as somebody would look through.
  private static let mostCandidates = 100
  /// The most tasks that are looked at, so that a key press costs a service no more than ten pages.
  private static let mostTasks = 1_000

  /// Tasks that the command can do something to: what was found when the time was over.
  func tasks() async -> [String] {
    let found = Mutex<[MigrationTask]>([])
    _ = await within(Self.patience) { backend throws(APIProblem) in
      try await backend.listAll(limit: Self.mostTasks) { part in
        found.withLock { found in
          found += part.filter(isSuitable)
          return found.count >= Self.mostCandidates
        }
      }
    }
    return found.withLock(\.self).prefix(Self.mostCandidates).compactMap { task in
      Self.candidate(task.id.description, "\(task.state.word) \(task.name)")
    }
  }

  /// What tasks have behind `name:` in a filter, each once.
  func values(of name: String) async -> [String] {
    let value: @Sendable (MigrationTask) -> String?
    switch name {
    case "id": value = { $0.id.description }
    case "name": value = { $0.name }
    case "group": value = { $0.groupID?.rawValue }
    case "source": value = { $0.source.bucket }
    case "destination": value = { $0.destination.bucket }
    default: return []
    }
    let found = Mutex<(values: [String], known: Set<String>)>(([], []))
    _ = await within(Self.patience) { backend throws(APIProblem) in
      try await backend.listAll(limit: Self.mostTasks) { part in
        found.withLock { found in
          found.values += part.compactMap(value).filter { found.known.insert($0).inserted }
          return found.values.count >= Self.mostCandidates
        }
      }
    }
    let isGiven: (UInt8) -> Bool = { Self.isPlain($0) || $0 == UInt8(ascii: "/") }
    return found.withLock(\.values).prefix(Self.mostCandidates).filter { value in
      !value.isEmpty && value.utf8.allSatisfy(isGiven)
    }
  }

  /// Task groups.
  func groups() async -> [String] {
    let candidates = await within(Self.patience) { backend throws(APIProblem) in
      try await backend.groups().listAllGroups(limit: Self.mostCandidates).groups
    }
    return (candidates ?? []).compactMap { group in
      Self.candidate(group.id.rawValue, "\(group.state.word) \(group.settings.description)")
    }
  }

  /// Synchronisation tasks.
  func syncTasks() async -> [String] {
    let candidates = await within(Self.patience) { backend throws(APIProblem) in
      try await backend.synchronisation().listAllSyncTasks().tasks
    }
    return (candidates ?? []).prefix(Self.mostCandidates).compactMap { task in
      Self.candidate(task.id.rawValue, "\(task.state.word) \(task.settings.description)")
    }
  }

  /// The profiles of the configuration.
  func profiles() -> [String] {
    let paths = FerryPaths(environment: Environment.current)
    let file = try? ConfigurationFile(path: paths.configuration)
    let names = Set(file?.profiles.keys.map(\.self) ?? []).union([Connection.localProfile])
    return names.sorted().compactMap { Self.candidate($0, "") }
  }

  /// Runs `body` against the service, for as long as a user waits for a completion.
  private func within<Value: Sendable>(
    _ patience: Duration,
    _ body: @escaping @Sendable (any MigrationBackend) async throws(APIProblem) -> Value
  ) async -> Value? {
    let choice = ConnectionChoice(
      profile: value(of: "--profile"), endpoint: value(of: "--endpoint"),
      projectID: value(of: "--project-id"), api: value(of: "--api"))
    guard
      let connection = try? Connection.resolve(choice, environment: Environment.current),
      !connection.origin.isObtained
    else { return nil }
    return await withTaskGroup(of: Value?.self) { group in
      group.addTask { try? await body(connection.backend) }
      group.addTask {
        try? await Task.sleep(for: patience)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next().flatMap(\.self)
    }
  }

  private func value(of option: String) -> String? {
    for (index, word) in words.enumerated() {
      if word == option, index + 1 < words.count { return words[index + 1] }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }

  private func isSuitable(_ task: MigrationTask) -> Bool {
    guard !words.contains(task.id.description) else { return false }
    let action: TaskAction? =
      switch words.dropFirst().first {
      case "stop": .stop
      case "delete": words.contains("--stop-first") ? .stopThenDelete : .delete
      case "start": .start(failedOnly: false)
      default: nil
      }
    guard let action else { return true }
    return if case .steps = action.verdict(on: task, waits: true) { true } else { false }
  }

  /// A candidate as the shell that asks wants it; `nil` when no shell can be trusted with it.
  ///
  /// Bash expands what it is given, so only plain words are offered.
  private static func candidate(_ word: String, _ description: String) -> String? {
    guard !word.isEmpty, word.utf8.allSatisfy(isPlain) else { return nil }
    let text = Console.cleaned(description)
    switch CompletionShell.requesting {
    case .zsh? where !text.isEmpty: return "\(word):\(text)"
    case .fish? where !text.isEmpty: return "\(word)\t\(text)"
    default: return word
    }
  }

  /// Whether no shell takes this byte for anything but itself.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
