import ArgumentParser
import MigrationAPI
import MigrationService
import SystemPackage

/// `ferry doctor`: what this terminal, this machine and the service really support.
struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the terminal, the files and the service.",
    discussion: """
      Nothing is changed, and no service is started. Exit status: 0 nothing is a problem; 69 only that \
      the service is unreachable; 77 only that credentials are missing or refused; 1 anything else.
      """)

  @OptionGroup var connection: ConnectionOptions

  @Option(help: "How to print the findings.")
  var output: OutputFormat = .table

  func run() async throws {
    var report = DoctorReport(isTable: output == .table)
    let environment = Environment.current
    let paths = FerryPaths(environment: environment)
    await report.add(TerminalFacts.now(environment: environment).findings)
    report.add([await Self.rclone()])
    let files = FileDiagnosis(paths)
    report.add(files.configuration)
    report.add(files.state)
    let local = Endpoint(socket: paths.socket.string)
    let health = await report.showing("asking the local service") {
      await LocalServiceCheck.finding(at: local)
    }
    report.add([health.finding])
    await checkService(isLocalRunning: health.isRunning, &report)
    try report.end()
  }

  private func checkService(isLocalRunning: Bool, _ report: inout DoctorReport) async {
    let connection: Connection
    do {
      connection = try self.connection.connection()
    } catch {
      return report.add([.problem("connection", "\(error)")])
    }
    report.add(connection.warnings.map { .warning("connection", $0) })
    guard !connection.isLocal || isLocalRunning else { return }
    let diagnosis = ServiceDiagnosis(connection)
    for step in ServiceDiagnosis.Step.allCases {
      let findings = await report.showing("checking \(step.rawValue) of \(connection.endpoint)") {
        await diagnosis.findings(of: step)
      }
      report.add(findings)
      if findings.contains(where: { $0.status == .problem && $0.check == step.rawValue }) { return }
    }
  }

  private static func rclone() async -> Finding {
    do {
      let program = try await RcloneProgram.find()
      return .ok("rclone", "\(program.version), \(program.path)")
    } catch {
      return .problem("rclone", error.description)
    }
  }
}
