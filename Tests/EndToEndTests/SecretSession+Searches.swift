import Foundation
import Migration
import MigrationService
import Subprocess
import SystemPackage
import Testing
import TestSupport

extension SecretSession {
  func searchOutputs() {
    for output in outputs {
      for secret in secrets where output.contains(secret) {
        Issue.record("a secret was printed: \(output)")
      }
    }
  }

  /// Looks at the arguments, the environment and the limits of all that runs for the user.
  func searchProcesses() {
    let processes = home.processes()
    #expect(!processes.isEmpty)
    for process in processes {
      guard let command = contents("/proc/\(process)/cmdline") else { continue }
      let name = String(decoding: command, as: UTF8.self).replacing("\0", with: " ")
      search(command, "the arguments of \(name)")
      // rclone takes its keys from its environment, which is its owner's alone to read; the stores,
      // which stand for the providers, have theirs there as well.
      if !name.contains("rclone"), let environment = contents("/proc/\(process)/environ"),
        environment.firstRange(of: Data("RCLONE_AUTH_KEY=".utf8)) == nil
      {
        search(environment, "the environment of \(name)")
      }
      if name.contains("ferry serve"), let limits = contents("/proc/\(process)/limits") {
        let line = String(decoding: limits, as: UTF8.self).split(separator: "\n")
          .first { $0.hasPrefix("Max core file size") }
        #expect(line?.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"])
      }
    }
  }

  /// Looks into every file of the home but the one in which the user wrote a key.
  func searchFiles() {
    let files = FileManager.default.enumerator(atPath: home.directory.string)
    var searched = 0
    while let name = files?.nextObject() as? String {
      guard name != "access-keys", let data = contents(home.path(name)) else { continue }
      searched += 1
      search(data, name)
    }
    #expect(searched > 300)
    for name in ["state/ferry/journal.jsonl", "state/ferry/service.db", "state/ferry/ferry.log"] {
      #expect(FileManager.default.fileExists(atPath: home.path(name)), "\(name) was searched")
    }
  }

  func contents(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

  func search(_ data: Data, _ place: String) {
    for secret in secrets where data.firstRange(of: Data(secret.utf8)) != nil {
      Issue.record("a secret is in \(place)")
    }
  }
}
