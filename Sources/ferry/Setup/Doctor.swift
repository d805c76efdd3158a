import ArgumentParser
import Migration
import MigrationCore
import MigrationService
import SystemPackage
import Words

/// `ferry doctor`: what this terminal, this machine and the service really support.
struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.doctor),
    discussion: .of(.doctor, example: "ferry doctor --output json"))

  @OptionGroup var connection: ConnectionOptions

  @Option(help: .of(.probedStore))
  var store: String?

  @OptionGroup var side: SideOptions

  @Option(help: .of(.formatOfFindings))
  var output: OutputFormat = .table

  func run() async throws {
    let probe = try await probe()
    let environment = Environment.current
    let paths = FerryPaths(environment: environment)
    let files = FileDiagnosis(paths)
    let connection = Result { () throws(ConfigurationError) in try self.connection.connection() }
    var report = DoctorReport(isTable: output == .table)
    try report.add(await TerminalFacts.now(environment: environment).findings)
    try report.add([await Self.rclone(isNeeded: (try? connection.get())?.isLocal ?? true)])
    try report.add(files.configuration)
    try report.add(files.state)
    try report.add(files.socket)
    let local = await report.showing(.askingLocalService) {
      await LocalServiceCheck.finding(at: Endpoint(socket: paths.socket.string))
    }
    try report.add([local.finding])
    switch connection {
    case .success(let connection) where connection.isLocal && !local.isRunning: break
    case .success(let connection): try await Self.check(connection, &report)
    case .failure(let error): try report.add([.noConnection(error)])
    }
    if let probe {
      let findings = await report.showing(.checking("store", at: store ?? ""), probe.findings)
      try report.add(findings.map(Finding.store))
    }
    try report.end()
  }

  /// The probe of the store that was named; its keys are asked for before anything else is said.
  ///
  /// - Throws: `ConfigurationError` or ``Failure``.
  private func probe() async throws -> StoreProbe? {
    guard let store else { return nil }
    let place = try StorageLocation(store).asFolder
    let program = try await RcloneProgram.find()
    let keys = try await side.keys(for: place)
    do {
      return try StoreProbe(place, keys: keys, program: program)
    } catch let problem as MoverProblem {
      throw Failure(listing: store, problem)
    }
  }

  private static func check(
    _ connection: Connection, _ report: inout DoctorReport
  ) async throws(Failure) {
    try report.add(connection.warnings.map(Finding.connectionRemark))
    for step in ServiceDiagnosis(connection).steps {
      let findings = await report.showing(
        .checking(step.check.rawValue, at: "\(connection.endpoint)"), step.findings)
      try report.add(findings)
      if findings.contains(where: { $0.status == .problem }) { return }
    }
  }

  /// rclone moves the objects of the local service; others have their own means.
  private static func rclone(isNeeded: Bool) async -> Finding {
    do {
      let program = try await RcloneProgram.find()
      return .rclone(version: program.version, path: program.path.string)
    } catch {
      return .noRclone(error, isNeeded: isNeeded)
    }
  }
}
