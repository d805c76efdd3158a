import FoundationEssentials
import Glibc
import Subprocess
import SystemPackage

/// A process of a run that goes on when the service ends, and is found again by its files.
struct RcloneChild {
  /// Where it leaves its traces.
  let files: ChildFiles
  private let process: ProcessIdentity?
  /// Whether it was asked to end, by whatever process.
  private(set) var isAskedToEnd: Bool

  /// Runs the program in the background of a session of its own.
  ///
  /// It says who that is before it returns. The background shell waits for the program, whoever
  /// else may have gone, and keeps its exit status; a signal to the group ends the program, not the
  /// shell's waiting.
  private static let script = """
    exec 2>>"$0.log"
    : >"$0.out"
    (
      trap : TERM
      "$@" >>"$0.out"
      echo "$?" >"$0.exit.new"
      mv "$0.exit.new" "$0.exit"
    ) </dev/null &
    read -r stat <"/proc/$!/stat"
    printf '%s\\n' "$stat" >"$0.pid.new" && mv "$0.pid.new" "$0.pid"
    """

  /// Starts `arguments`, the first of which is the program's absolute path.
  ///
  /// - Throws: When no process can be started.
  init(
    starting arguments: [String], environment: [String: String], files: ChildFiles
  ) async throws {
    var options = PlatformOptions()
    options.createSession = true
    let variables = environment.merging([Self.mark: Self.value(files)]) { _, second in second }
      .map { (Environment.Key(stringLiteral: $0.key), $0.value) }
    for _ in 0..<Self.tries {
      _ = try await Subprocess.run(
        .path("/bin/sh"), arguments: Arguments(["-c", Self.script, files.name] + arguments),
        environment: .custom(Dictionary(uniqueKeysWithValues: variables)),
        workingDirectory: files.directory, platformOptions: options, output: .discarded)
      // The shell's own status tells nothing: a signal to the group may hit it on its way out.
      if FileManager.default.fileExists(atPath: files.process.string) {
        self.init(adopting: files)
        return
      }
      // Whatever it has started could never be found again.
      await Self.killAll(like: files)
    }
    throw MoverProblem("rclone could not be started in \(files.directory); is the disk full?")
  }

  /// How often a shell may be killed before it has said who its child is.
  private static let tries = 3

  /// Takes up the child that left `files`, alive or not.
  init(adopting files: ChildFiles) {
    self.files = files
    process = SmallFile.read(files.process).flatMap(ProcessIdentity.init(stat:))
    isAskedToEnd = SmallFile.read(files.asked) != nil
  }

  /// Whether it still runs.
  var isAlive: Bool { process?.isAlive ?? false }

  /// How it ended; meaningful once it is no longer alive.
  var end: End {
    guard let status = files.exitStatus, status < 128 else { return .killed }
    return .exited(status)
  }

  /// How a child ended.
  enum End: Equatable {
    /// By itself, with this status.
    case exited(Int)
    /// By a signal, or with the machine.
    case killed
  }

  /// Asks it to end, once, whoever else asks: an upload under way is given up in good order, and a
  /// second signal would end rclone in the middle of that and leave the parts, which are paid for.
  mutating func terminate() {
    guard !isAskedToEnd else { return }
    isAskedToEnd = true
    // For a later process; without room for it the signal is what matters.
    try? SmallFile.write(ChildFiles.Written(files).lines, to: files.asked)
    process?.send(SIGTERM)
  }

  /// Ends it by force, with all that belongs to it.
  func kill() async { await Self.killAll(like: files) }

  /// The path of its control socket, short enough for any directory; `nil` while there is none.
  var controlSocket: String? {
    guard let process, process.isAlive else { return nil }
    let path = "/proc/\(process.pid)/cwd/\(files.socket)"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// Kills everything at once that was ever started for the same end as the child of `files`, also
  /// what has lost its shell, and returns when it is gone.
  static func killAll(like files: ChildFiles) async {
    while true {
      let processes = ProcessIdentity.marked("\(mark)=\(value(files))")
      guard !processes.isEmpty else { return }
      for process in processes { process.send(SIGKILL) }
      try? await Task.sleep(for: .milliseconds(10))
    }
  }

  /// The variable that marks the processes of a run: a crash between a start and the writing of
  /// its files must not leave two that copy the same.
  private static let mark = "FERRY_RUN"

  private static func value(_ files: ChildFiles) -> String {
    files.directory.appending(files.purpose.trade).string
  }
}
