import Foundation
import Subprocess
import SystemPackage
import Testing

/// What a Tab offers, asked in the way that the shells' scripts ask.
struct CompletionTests {
  private func ask(
    _ home: FerryHome, _ command: [String], _ argument: String, words: [String], shell: String,
    environment: [String: String] = [:]
  ) async throws -> [String] {
    let all = ["ferry"] + words
    let outcome = try await home.ferry(
      ["---completion"] + command + ["--", argument, String(all.count - 1), "0"] + all,
      environment: environment.merging(["SAP_SHELL": shell]) { $1 })
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.isEmpty)
    return outcome.output.split(separator: "\n").map(String.init).filter { $0 != " " }
  }

  private func withTask(_ body: (FerryHome, String) async throws -> Void) async throws {
    try await FerryHome.with { home in
      try FileManager.default.createDirectory(
        atPath: home.path("from"), withIntermediateDirectories: true)
      try Data("object".utf8).write(to: URL(filePath: home.path("from") + "/object"))
      let created = try await home.ferry(
        "create", "--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))")
      let id = created.output.trimmingCharacters(in: .whitespacesAndNewlines)
      _ = try await home.ferry("wait", id, "--timeout", "60s")
      try await body(home, id)
    }
  }

  @Test func `ids of live tasks are offered, with state and name where the shell shows them`()
    async throws
  {
    try await withTask { home, id in
      let bash = try await ask(home, ["show"], "positional@0", words: ["show", ""], shell: "bash")
      #expect(bash == [id])
      let zsh = try await ask(home, ["show"], "positional@0", words: ["show", ""], shell: "zsh")
      #expect(zsh.first?.hasPrefix("\(id):succeeded from-to-") == true, "\(zsh)")
      let fish = try await ask(home, ["show"], "positional@0", words: ["show", ""], shell: "fish")
      #expect(fish.first?.hasPrefix("\(id)\tsucceeded from-to-") == true, "\(fish)")
    }
  }

  @Test(arguments: [("stop", 0), ("start", 0), ("delete", 1), ("wait", 1)])
  func `only tasks that the command can do something to are offered`(
    command: String, count: Int
  ) async throws {
    try await withTask { home, _ in
      let offered = try await ask(
        home, [command], "positional@0", words: [command, ""], shell: "bash")
      #expect(offered.count == count)
    }
  }

  @Test func `a task that is on the line already is not offered again`() async throws {
    try await withTask { home, id in
      let offered = try await ask(
        home, ["delete"], "positional@0", words: ["delete", id, ""], shell: "bash")
      #expect(offered.isEmpty)
    }
  }

  @Test func `bash completes an id behind a Tab`() async throws {
    try await withTask { home, id in
      let script = """
        PATH=\(try FerryHome.program.removingLastComponent()):$PATH
        eval "$(ferry --generate-completion-script bash)"
        COMP_WORDS=(ferry show ''); COMP_CWORD=2; COMP_LINE='ferry show '; COMP_POINT=11
        _ferry; printf '%s\\n' "${COMPREPLY[@]}"
        """
      let shell = try await Subprocess.run(
        .path("/bin/bash"), arguments: ["--norc", "-c", script], environment: home.inherited,
        output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
      #expect(shell.standardOutput.split(separator: "\n").contains(Substring(id)))
    }
  }

  @Test(
    arguments: [
      (["--filter", "state", ":", "ru"], "--filter state:ru", ["running"]),
      (["--sort", "id", ":"], "--sort id:", ["desc"]),
      (["--sort", "id"], "--sort id", ["id", "id:desc"]),
    ])
  func `bash completes a word with a colon in it`(
    words: [String], line: String, offered: [String]
  ) async throws {
    try await FerryHome.with { home in
      let last = words.last.map { $0 == ":" ? "" : $0 } ?? ""
      let script = """
        PATH=\(try FerryHome.program.removingLastComponent()):$PATH
        eval "$(ferry --generate-completion-script bash)"
        COMP_WORDS=(ferry list \(words.joined(separator: " "))); COMP_CWORD=\(words.count + 1)
        COMP_LINE='ferry list \(line)'; COMP_POINT=${#COMP_LINE}; COMP_WORDBREAKS=$' \t\n:'
        __ferry_whole_words ferry '\(last)' '\(words[words.count - 2])'
        printf '%s\\n' "${COMPREPLY[@]}"
        """
      let shell = try await Subprocess.run(
        .path("/bin/bash"), arguments: ["--norc", "-c", script], environment: home.inherited,
        output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
      #expect(
        shell.standardOutput.split(separator: "\n").map(String.init) == offered,
        "\(shell.standardError)")
    }
  }

  @Test func `without a service nothing is offered, said, or started`() async throws {
    try await FerryHome.with { home in
      for command in ["show", "stop", "delete", "start", "wait", "bandwidth"] {
        let offered = try await ask(
          home, [command], "positional@0", words: [command, ""], shell: "bash")
        #expect(offered.isEmpty)
      }
      let groups = try await ask(
        home, ["group", "show"], "positional@0", words: ["group", "show", ""], shell: "bash")
      #expect(groups.isEmpty)
      #expect(home.services.isEmpty)
    }
  }

  @Test func `a broken configuration is silent`() async throws {
    try await FerryHome.with { home in
      try home.write(configuration: "profiles: [")
      let offered = try await ask(
        home, ["show"], "positional@0", words: ["show", ""], shell: "bash")
      #expect(offered.isEmpty)
    }
  }

  @Test func `profiles are offered, but none that a shell would take for more than a word`()
    async throws
  {
    try await FerryHome.with { home in
      try home.write(
        configuration: """
          profiles:
            prod: {region: cn-north-4, project_id: p}
            "$(touch pwned)": {region: cn-north-4, project_id: p}
          """)
      let offered = try await ask(
        home, ["show"], "--profile", words: ["show", "--profile", ""], shell: "bash")
      #expect(offered == ["local", "prod"])
    }
  }
}

extension FerryHome {
  /// Writes the user's configuration.
  func write(configuration: String) throws {
    let folder = path("config") + "/ferry"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(configuration.utf8).write(to: URL(filePath: folder + "/config.yaml"))
  }
}
