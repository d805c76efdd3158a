import ArgumentParser
import CLandlock
import Glibc
import MigrationService
import Words

/// Becomes another program that can reach some paths of this machine alone, where the kernel can see
/// to that: what a task moves that somebody else than the owner has created.
struct Confined: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: RunConfinement.command, shouldDisplay: false)

  @Option(help: "What may be read, and run.")
  var read: [String] = []

  @Option(help: "What may be read and written.")
  var write: [String] = []

  @Argument(parsing: .postTerminator, help: "The program, by its path, and its arguments.")
  var program: [String]

  func run() throws {
    let paths = (read + write).map { strdup($0) }
    let result = paths.map { UnsafePointer($0) }.withUnsafeBufferPointer {
      cl_confine($0.baseAddress, read.count, write.count)
    }
    guard result != CL_FAILED else { throw Failure(Failure.failed, .notConfined(reason: reason)) }
    var arguments = program.map { strdup($0) } + [nil]
    execv(program[0], &arguments)
    throw Failure(Failure.failed, .notRun(program[0], reason: reason))
  }

  private var reason: String { String(cString: strerror(errno)) }
}
