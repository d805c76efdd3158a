import FoundationEssentials
package import Migration

/// Compares the two sides of a task, and changes neither.
///
/// Objects are compared by a checksum where both sides have one of a kind, and by their sizes where they
/// have none.
package struct SideComparison: Sendable {
  private let program: RcloneProgram
  private let environment: [String: String]

  /// A comparison with `program`.
  ///
  /// - Parameters:
  ///   - program: The rclone to run.
  ///   - environment: What it may inherit of.
  package init(
    program: RcloneProgram,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.program = program
    self.environment = environment
  }

  /// Compares what `task` has moved, or would move, with what is at its destination.
  ///
  /// Of a task that moves only what has changed since a moment nothing is known to be extra.
  ///
  /// - Parameters:
  ///   - task: The task with its keys, of type `object` or `prefix`.
  ///   - readsContents: Whether the bytes of both sides are read and compared.
  ///   - progress: Called with the sums so far, as often as there is some more.
  ///   - found: Called with each difference.
  /// - Returns: The sums of all.
  /// - Throws: ``MoverProblem`` when one side cannot be listed to its end, `CancellationError`, and
  ///   what `found` throws.
  package func compare(
    _ task: Migration.NewTask, readsContents: Bool, progress: (ComparisonTally) -> Void,
    found: (ObjectDifference) throws -> Void
  ) async throws -> ComparisonTally {
    let order = try SourceListing.order(
      task, from: task.keys.source, to: task.keys.destination)
    let command = try RcloneCommand(order, program: program.path, inherited: environment)
    var list: [UInt8] = []
    if case .lines(let lines) = command.list?.content {
      list = lines.flatMap { NameBytes.bytes($0) + [UInt8(ascii: "\n")] }
    }
    var tally = ComparisonTally()
    var awaited = Set(ObjectFilter.singleObjects(of: order))
    var unexplained: [(kind: ObjectDifference.Kind, name: String)] = []
    let lines = RcloneLines(
      arguments: command.compare(listName: "-", readsContents: readsContents),
      environment: command.environment, input: list,
      scene: .sides(command.paths))
    let log = try await lines.readAll { lines in
      for line in lines {
        switch ComparedLine(line) {
        case .same(let name):
          awaited.remove(name)
          tally.same += 1
        case .different(let kind, let name):
          awaited.remove(name)
          tally.differences[kind, default: 0] += 1
          if let reason = Self.reasons[kind] {
            try found(Self.difference(kind, name, reason))
          } else {
            unexplained.append((kind, name))
          }
        case nil: break
        }
      }
      progress(tally)
    }
    // A difference ends rclone as a failure does.
    try log.check(mayFail: tally.differing > 0)
    for (kind, name) in unexplained {
      let reason = log.failures[name].map(Self.reason) ?? "rclone does not say why."
      try found(Self.difference(kind, name, reason))
    }
    for name in awaited.sorted() {
      tally.differences[.missing, default: 0] += 1
      try found(
        Self.difference(.missing, name, "It is neither at the source nor at the destination."))
    }
    return tally
  }

  /// What there is to say of an object that is on one side alone.
  static let reasons: [ObjectDifference.Kind: String] = [
    .missing: "It is not at the destination.", .extra: "It is not at the source.",
  ]

  static func reason(_ message: String) -> String {
    switch message {
    case "sizes differ": "The sizes differ."
    case "contents differ": "The contents differ."
    case _ where message.hasSuffix(" differ"):
      "The checksums differ (\(message.dropLast(" differ".count)))."
    default: TransferFault(message).sentence + "."
    }
  }

  private static func difference(
    _ kind: ObjectDifference.Kind, _ name: String, _ reason: String
  ) -> ObjectDifference {
    var difference = ObjectDifference(
      kind, NameBytes.shown(ObjectName.read(name)), reason: reason)
    difference.isNameable = !NameBytes.isMarked(name)
    return difference
  }
}

/// A line of what rclone has compared: a sign and a name.
enum ComparedLine: Equatable {
  /// An object is the same on both sides; its name is in rclone's spelling, as are all.
  case same(name: String)
  /// One is not.
  case different(ObjectDifference.Kind, name: String)

  /// Reads a line; `nil` when it is none of these.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.count > 2, line.dropFirst().first == UInt8(ascii: " "), let sign = line.first else {
      return nil
    }
    let name = NameBytes.text(line.dropFirst(2))
    switch sign {
    case UInt8(ascii: "="): self = .same(name: name)
    case UInt8(ascii: "+"): self = .different(.missing, name: name)
    case UInt8(ascii: "-"): self = .different(.extra, name: name)
    case UInt8(ascii: "*"): self = .different(.differs, name: name)
    case UInt8(ascii: "!"): self = .different(.unreadable, name: name)
    default: return nil
    }
  }
}
