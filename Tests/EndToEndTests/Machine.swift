import Testing

/// A machine, or an account on it, that is not as most are; and what is to come of a command there.
struct Machine: Sendable, CustomTestStringConvertible {
  /// What is to come of a command.
  enum Fate: Sendable {
    /// It works.
    case works
    /// It tells in one line what keeps it from working, with this in it.
    case tells(String)
  }

  /// What is odd about it.
  var name: String
  /// What the shell does before it becomes the program.
  var before = ""
  /// The variables that are not as usual; `HOME_` stands for the home in them.
  var environment: [String: String] = [:]
  /// What is to come of a command that asks the local service.
  var local = Fate.works
  /// What is to come of the service itself.
  var serving = Fate.works

  var testDescription: String { name }

  /// Those that are told apart.
  static let all: [Machine] = [
    Machine(name: "as usual"),
    Machine(name: "no HOME", before: "unset HOME"),
    Machine(name: "empty HOME", environment: ["HOME": ""]),
    Machine(name: "no XDG directories", before: "unset XDG_RUNTIME_DIR XDG_STATE_HOME"),
    Machine(
      name: "somebody else's XDG_RUNTIME_DIR", environment: ["XDG_RUNTIME_DIR": "/proc/1/none"]),
    Machine(
      name: "a state that cannot be made", environment: ["XDG_STATE_HOME": "/proc/none"],
      local: .tells("/proc/none cannot be made"), serving: .tells("/proc/none cannot be made")),
    Machine(
      name: "a path too long for a socket",
      environment: ["XDG_RUNTIME_DIR": "HOME_/" + String(repeating: "long", count: 30)],
      local: .tells("too long for a Unix socket"), serving: .tells("too long for a Unix socket")),
    Machine(name: "the locale C", environment: ["LC_ALL": "C"]),
    Machine(name: "a locale of Latin-1", environment: ["LC_ALL": "en_US.ISO-8859-1"]),
    Machine(name: "no TERM", before: "unset TERM"),
    Machine(name: "no standard input", before: "exec <&-"),
    Machine(name: "nohup", before: "trap '' HUP"),
    Machine(
      name: "a proxy that is not there",
      environment: ["HTTPS_PROXY": "http://127.0.0.1:1", "http_proxy": "http://127.0.0.1:1"]),
    Machine(
      name: "a proxy that is none", environment: ["HTTPS_PROXY": "ftp://proxy"]),
    Machine(
      name: "a file of authorities that is none", environment: ["SSL_CERT_FILE": "/dev/null"]),
    Machine(
      name: "no rclone", environment: ["FERRY_RCLONE": "/nonexistent"],
      local: .tells("FERRY_RCLONE"), serving: .tells("FERRY_RCLONE")),
    Machine(name: "a small number of open files", before: "ulimit -n 64"),
    Machine(name: "no umask", before: "umask 0"),
    Machine(
      name: "a folder that is gone",
      before: #"mkdir "$HOME/gone" && cd "$HOME/gone" && rmdir "$HOME/gone""#),
  ]
}
