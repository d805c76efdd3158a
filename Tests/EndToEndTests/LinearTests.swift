import Canvas
import SystemPackage
import TestSupport
import Testing

/// The dashboard line by line, in a real terminal that it never places a cursor in.
@Suite(.serialized)
struct LinearTests {
  /// The three ways to it.
  enum Way: CaseIterable {
    case option, environment, terminal

    var arguments: [String] { self == .option ? ["--linear"] : [] }

    var variables: [String: String] {
      switch self {
      case .option: [:]
      case .environment: ["ACCESSIBLE": "1"]
      case .terminal: ["TERM": "dumb"]
      }
    }
  }

  private static func run(
    _ way: Way, in home: FerryHome, arguments: [String] = [],
    _ body: (TerminalSession) async throws -> Void
  ) async throws {
    // A shell around it, which shows whether the terminal came back as it was.
    let command = ["/bin/sh", "-c", #""$0" "$@"; echo "status $?"; stty -a; exec cat"#]
    try await TerminalSession.run(
      command + [FerryHome.program.string] + arguments + way.arguments,
      environment: home.environment.merging(way.variables) { $1 },
      size: Size(rows: 60, columns: 160), body)
  }

  @Test func `a task is made by sentences`() async throws {
    try await FerryHome.with { home in
      let prints = try home.write(5, files: 100, below: "from")
      try await Self.run(.option, in: home) { terminal in
        try await terminal.waitFor(text: "Enter alone tells how things stand.")
        try await terminal.say("create")
        try await terminal.waitFor(text: "Type the source")
        try await terminal.say("local:\(home.path("from"))")
        try await terminal.waitFor(text: "Type the destination")
        try await terminal.say("local:\(home.path("to"))")
        try await terminal.waitFor(text: "Type the description")
        try await terminal.say("by sentences")
        try await terminal.waitFor(text: "Type the limit")
        try await terminal.say("")
        try await terminal.waitFor(text: "To create the task, type y")
        try await terminal.sayInTime("y", until: "created ")
        try await terminal.waitFor(text: " succeeded: ")
        #expect(try FileTree.prints(below: home.directory.appending("to")) == prints)
        try await terminal.say("quit")
        try await terminal.waitFor(text: "status 0")
      }
    }
  }

  @Test func `limits are changed by sentences`() async throws {
    try await FerryHome.with { home in
      let id = try await home.runningTask()
      try await Self.run(.option, in: home) { terminal in
        try await terminal.waitFor(text: "Enter alone tells how things stand.")
        try await terminal.say("bandwidth id:\(id)")
        try await terminal.waitFor(text: "'none' lifts them")
        try await terminal.say("none")
        try await terminal.waitFor(text: "To change limits, type y, then Enter.")
        try await terminal.sayInTime("y", until: "bandwidth \(id)")
        try await terminal.say("quit")
        try await terminal.waitFor(text: "status 0")
      }
      #expect(try await !home.ferry("show", id).output.contains("\nlimit"))
    }
  }

  @Test(arguments: Way.allCases)
  func `a task is stopped by sentences, and by no fewer than two`(way: Way) async throws {
    try await FerryHome.with { home in
      let id = try await home.runningTask()
      try await Self.run(way, in: home) { terminal in
        try await terminal.waitFor(text: "\(id) running: ")
        try await terminal.waitFor(text: "Enter alone tells how things stand.")
        try await terminal.say("stop id:\(id)")
        try await terminal.waitFor(text: "To stop, type y, then Enter.")
        try await terminal.say("no")
        try await terminal.waitFor(text: "Cancelled; nothing was sent.")
        #expect(try await home.state(of: id) == "running")
        try await terminal.say("stop id:\(id)")
        try await terminal.waitFor("a second question") {
          $0.text.components("To stop, type y, then Enter.") == 2
        }
        try await terminal.sayInTime("y", until: "stop \(id)")
        try await terminal.waitFor(text: "\(id) stopped: ")
        #expect(try await home.state(of: id) == "stopped")
        try await terminal.say("quit")
        let end = try await terminal.waitFor(text: "status 0")
        #expect(!end.text.contains("\u{1B}"))
      }
    }
  }

  @Test func `a secret is not shown while it is typed, and the terminal is given back`()
    async throws
  {
    try await V2Session.with([ServedTask(2, "logs", status: 3)]) { session in
      try session.makeDefault()
      let keys = V2Session.keys.filter { $0.key.hasPrefix("HUAWEICLOUD_") }
      let environment = session.home.environment.merging(keys) { $1 }
      let command = [
        "/bin/sh", "-c", #"trap : INT; "$0" --linear; echo "status $?"; stty -a; exec cat"#,
      ]
      try await TerminalSession.run(
        command + [FerryHome.program.string], environment: environment,
        size: Size(rows: 60, columns: 160)
      ) { terminal in
        try await terminal.waitFor(text: "2 stopped: ")
        try await terminal.say("start id:2")
        try await terminal.waitFor(text: "Type the source access key")
        try await terminal.sayInTime("ACCESS-KEY", until: "Type the source secret key")
        try await terminal.say("never-to-be-seen")
        try await terminal.waitFor(text: "Type the destination access key")
        try await terminal.press("C-c")
        let screen = try await terminal.waitFor(text: "Cancelled; nothing was sent.")
        #expect(!screen.contains("never-to-be-seen"))
        try await terminal.press("C-c")
        try await terminal.waitFor(text: "status 0")
        try await terminal.waitFor("a terminal that shows what is typed") { screen in
          screen.contains(" echo ") && !screen.contains("-echo ")
        }
      }
    }
  }

  @Test func `a demo can be listened to`() async throws {
    try await FerryHome.with { home in
      try await Self.run(.option, in: home, arguments: ["demo"]) { terminal in
        try await terminal.waitFor("tasks that run", within: .seconds(120)) {
          $0.contains(" running: ")
        }
        try await terminal.say("quit")
        try await terminal.waitFor(text: "status 0")
      }
    }
  }

  @Test func `the key that ends the input leaves, and so does a signal`() async throws {
    try await FerryHome.with { home in
      _ = try await home.ferry("list")
      try await Self.run(.option, in: home) { terminal in
        try await terminal.waitFor(text: "There are no tasks yet.")
        try await terminal.press("C-d")
        try await terminal.waitFor(text: "status 0")
      }
    }
  }
}

extension TerminalSession {
  /// Types a line.
  fileprivate func say(_ line: String) async throws {
    try await type(line)
    try await press("Enter")
  }

  /// Types a line again and again until it was not too soon: a question counts as read after a while.
  fileprivate func sayInTime(_ line: String, until text: String) async throws {
    try await waitUntil("an answer that is taken") {
      try await say(line)
      // Nobody who answers does so more often, and what comes sooner is none.
      try await Task.sleep(for: .seconds(1))
      return try await screen().contains(text)
    }
  }
}

extension String {
  /// How often `text` is in it.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}

extension FerryHome {
  fileprivate func state(of id: String) async throws -> String {
    try await ferry("show", id, "--output", "json").json(ListedTask.self).state
  }
}
