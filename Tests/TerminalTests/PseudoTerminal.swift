import Glibc
import Testing

/// The probe on a pseudo terminal of its own, whose other end is in the hands of the test.
final class PseudoTerminal {
  private var master: Int32 = -1
  private let slave: Int32
  private let process: pid_t
  /// Everything that the program wrote.
  private(set) var output: [UInt8] = []

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Starts the probe and waits until it shows something, unless that is not wanted.
  init(environment: [String: String] = [:], waitsForStart: Bool = true) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else {
      throw Failure(description: "no pseudo terminal: \(errno)")
    }
    self.master = master
    self.slave = slave
    // A backtrace would only cost time.
    let variables = ["TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no"]
      .merging(environment) { $1 }
    process = try Self.spawn(on: slave, closing: master, variables)
    if waitsForStart { try waitFor("ready") }
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    if master >= 0 { close(master) }
    close(slave)
  }

  /// The settings of the line, as text, so that two of them can be compared.
  var lineSettings: String {
    var line = termios()
    tcgetattr(slave, &line)
    let characters = withUnsafeBytes(of: line.c_cc) { Array($0) }
    return "\(line.c_iflag) \(line.c_oflag) \(line.c_cflag) \(line.c_lflag) \(characters)"
  }

  /// The settings that a fresh line has, before any program has changed them.
  static func freshLineSettings() throws -> String {
    var master: Int32 = -1
    var slave: Int32 = -1
    guard openpty(&master, &slave, nil, nil, nil) == 0 else {
      throw Failure(description: "no pseudo terminal: \(errno)")
    }
    defer { close(master) }
    defer { close(slave) }
    var line = termios()
    tcgetattr(slave, &line)
    let characters = withUnsafeBytes(of: line.c_cc) { Array($0) }
    return "\(line.c_iflag) \(line.c_oflag) \(line.c_cflag) \(line.c_lflag) \(characters)"
  }

  func type(_ text: String) {
    _ = text.withCString { write(master, $0, strlen($0)) }
  }

  func send(_ signal: Int32) { kill(process, signal) }

  /// Gives the window another size, of which the kernel tells the program.
  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the window: the program's terminal is gone.
  func closeWindow() {
    close(master)
    master = -1
  }

  /// Forgets what was written so far.
  func clearOutput() { output = [] }

  func hasWritten(_ text: String) -> Bool {
    String(decoding: output, as: UTF8.self).contains(text)
  }

  /// How often `text` was written.
  func count(of text: String) -> Int {
    String(decoding: output, as: UTF8.self).ranges(of: text).count
  }

  /// Whether `end` was written after the last `begin`, or that never was.
  func hasWritten(_ end: String, afterLast begin: String) -> Bool {
    let text = String(decoding: output, as: UTF8.self)
    return text.ranges(of: begin).last.map { text[$0.upperBound...].contains(end) } ?? true
  }

  /// Waits until the program has written `text`.
  func waitFor(_ text: String) throws {
    let deadline = ContinuousClock.now + .seconds(120)
    while !hasWritten(text) {
      guard ContinuousClock.now < deadline else {
        throw Failure(description: "no \(text) in \(String(decoding: output, as: UTF8.self))")
      }
      drain(forMilliseconds: 50)
    }
  }

  /// Reads what the program writes, until it has been silent for so long.
  func drain(forMilliseconds silence: Int32) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while master >= 0 {
      var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, silence) == 1 else { return }
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return }
      output += buffer[..<count]
    }
  }

  /// Waits until the program has ended, reading what it writes unless it is to get stuck.
  ///
  /// - Returns: The status that `waitpid` gives.
  func waitForEnd(isRead: Bool = true) throws -> Int32 {
    let deadline = ContinuousClock.now + .seconds(120)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) != process {
      guard ContinuousClock.now < deadline else { throw Failure(description: "it goes on") }
      if isRead, master >= 0 { drain(forMilliseconds: 10) } else { poll(nil, 0, 10) }
    }
    if isRead { drain(forMilliseconds: 0) }
    return status
  }

  private static func spawn(
    on slave: Int32, closing master: Int32, _ variables: [String: String]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in 0...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_adddup2(&actions, slave, descriptor)
    }
    posix_spawn_file_actions_addclose(&actions, master)
    posix_spawn_file_actions_addclose(&actions, slave)
    // What the tests ignore or block, such as the end of a pipe, the probe is to meet.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    // A session of its own with this terminal in control, without a process in between.
    var arguments = ["setsid", "-c", probe].map { (text: String) in strdup(text) } + [nil]
    var environment = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var process: pid_t = 0
    let error = posix_spawnp(&process, "setsid", &actions, &attributes, &arguments, &environment)
    guard error == 0 else { throw Failure(description: "not started: \(error)") }
    return process
  }

  /// The probe lies beside the tests.
  static var probe: String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &path, path.count)
    let tests = String(
      decoding: path[..<max(count, 0)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return String(tests[...(tests.lastIndex(of: "/") ?? tests.startIndex)]) + "TerminalProbe"
  }
}
