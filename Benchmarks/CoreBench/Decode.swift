import ArgumentParser
import Foundation
import Migration
import OMSWire

/// Reads a page of tasks again and again.
struct Decode: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Read a page of a list.")

  @Argument(help: "v1 or v2.")
  var version: String

  @Argument(help: "A file with the body of the answer.")
  var file: String

  @Argument(help: "How often.")
  var count: Int

  func run() throws {
    let body = [UInt8](try Data(contentsOf: URL(filePath: file)))
    let form = WireForm<WirePage<AnsweredTask>>.tasks(in: version == "v1" ? .v1 : .v2)
    let read = { TaskPage(try form.reading(of: body)) }
    let page = try read()
    guard page.tasks.count == 100, page.unreadable.isEmpty else {
      throw ValidationError("the file does not hold 100 tasks that can be read")
    }
    try CoreBench.print(["ms": CoreBench.times(count) { _ = try read() }])
  }
}
