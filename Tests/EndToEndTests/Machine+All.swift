import Glibc

extension Machine {
  /// Those that are told apart.
  static let all = accounts + places + streams + networks + full

  private static let accounts: [Machine] = [
    Machine(name: "as usual"),
    Machine(name: "no HOME", before: "unset HOME"),
    Machine(name: "an ordinary user", inside: nobody, environment: openHome),
    Machine(
      name: "an ordinary user without HOME", inside: nobody, before: "unset HOME",
      environment: openHome),
    Machine(name: "empty HOME", environment: ["HOME": ""]),
    Machine(name: "no XDG directories", before: "unset XDG_RUNTIME_DIR XDG_STATE_HOME"),
    Machine(
      name: "no XDG_RUNTIME_DIR that can be made",
      environment: ["XDG_RUNTIME_DIR": "/proc/1/none"]),
    Machine(
      name: "somebody else's XDG_RUNTIME_DIR", inside: nobody, before: "umask 0",
      environment: ["XDG_RUNTIME_DIR": "/root", "HOME": "HOME_/open", "XDG_STATE_HOME": ""]),
    Machine(
      name: "a home that nobody may write into", inside: nobody, hasFixedHome: true,
      local: .tells("state cannot be made"), serving: .tells("state cannot be made")),
    Machine(
      name: "a state that cannot be made", environment: ["XDG_STATE_HOME": "/proc/none"],
      local: .tells("/proc/none cannot be made"), serving: .tells("/proc/none cannot be made")),
    Machine(
      name: "a path too long for a socket",
      environment: ["XDG_RUNTIME_DIR": "HOME_/" + String(repeating: "long", count: 30)],
      local: .tells("too long for a Unix socket"), serving: .tells("too long for a Unix socket")),
    Machine(name: "no umask", before: "umask 0"),
  ]

  private static let places: [Machine] = [
    Machine(name: "the locale C", environment: ["LC_ALL": "C"]),
    Machine(name: "a locale of Latin-1", environment: ["LC_ALL": "en_US.ISO-8859-1"]),
    Machine(name: "no TERM", before: "unset TERM"),
    Machine(
      name: "no rclone", environment: ["FERRY_RCLONE": "/nonexistent"],
      local: .tells("FERRY_RCLONE"), serving: .tells("FERRY_RCLONE")),
    Machine(name: "a small number of open files", before: "ulimit -n 64"),
    Machine(
      name: "a folder that is gone",
      before: #"mkdir "$HOME/gone" && cd "$HOME/gone" && rmdir "$HOME/gone""#),
  ]

  private static let streams: [Machine] = [
    Machine(name: "no standard input", closed: "<&-"),
    Machine(
      name: "no standard output", closed: ">&-", local: .tells("could not be written")),
    Machine(name: "no standard error", closed: "2>&-"),
    Machine(name: "nohup", before: "trap '' HUP"),
  ]

  private static let networks: [Machine] = [
    Machine(
      name: "a proxy that is not there",
      environment: ["HTTPS_PROXY": "http://127.0.0.1:1", "http_proxy": "http://127.0.0.1:1"]),
    Machine(
      name: "a proxy that is none", environment: ["HTTPS_PROXY": "ftp://proxy"]),
    Machine(
      name: "a proxy that is not asked",
      environment: ["HTTPS_PROXY": "http://127.0.0.1:1", "NO_PROXY": "*"]),
    Machine(
      name: "a file of authorities that is none", environment: ["SSL_CERT_FILE": "/dev/null"]),
    Machine(
      name: "one's own authority", environment: ["SSL_CERT_FILE": "HOME_/own.pem"]),
    Machine(
      name: "IPv6 only", inside: ["unshare", "-rn"],
      before: "ip link set lo up && ip -4 address flush dev lo",
      serve: ["--listen", "[::1]:0", "--access-keys", "HOME_/keys"]),
  ]

  private static let full: [Machine] = [
    Machine(
      name: "a full disk", inside: ["unshare", "-rm"], before: fullState,
      local: .tells("space left"), serving: .tells("space left")),
    Machine(
      name: "a full disk for an ordinary user", inside: nobody + ["unshare", "-rm"],
      before: fullState, environment: openHome,
      local: .tells("space left"), serving: .tells("space left")),
    Machine(
      name: "files that may not grow", before: "trap '' XFSZ; ulimit -f 0",
      local: .tells("ile too large"), serving: .tells("cannot run")),
  ]

  /// Has no room left where the state is.
  private static let fullState = #"""
    mkdir -p "$XDG_STATE_HOME" && mount -t tmpfs -o size=8k none "$XDG_STATE_HOME" &&
      head -c 8192 /dev/zero >"$XDG_STATE_HOME/all"
    """#

  /// A home that is open to the account below.
  private static let openHome = [
    "HOME": "HOME_/open", "XDG_STATE_HOME": "HOME_/open/state", "XDG_RUNTIME_DIR": "HOME_/open/run",
    "XDG_CONFIG_HOME": "HOME_/open/config",
  ]

  /// An account that may write nowhere but into what is open to all; for others their own will do.
  private static let nobody =
    getuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
}
