extension Finding {
  /// What is looked at, in the order in which it is.
  package enum Check: String, CaseIterable, Equatable, Sendable, Encodable {
    case terminal, colours, size, locale, rclone, configuration, state
    case localService = "local service"
    case connection, endpoint, connections, clock, credentials, project, versions, tasks, quota
    case windows = "bandwidth windows"
    case store
  }

  /// How bad something is.
  package enum Status: String, Equatable, Sendable, Encodable {
    /// As it should be.
    case ok
    /// It works, but not as well or as safely as it could.
    case warning
    /// Something will not work.
    case problem
  }

  /// The kinds of problems that exit statuses tell apart.
  package enum Trouble: Equatable, Sendable {
    /// Nobody answers.
    case unreachable
    /// Credentials are missing or refused.
    case credentials
    /// Everything else.
    case other
  }

  /// The smallest screen that shows more than a status line.
  package static let leastSize = (columns: 20, rows: 5)
  /// Whether a gateway refuses a signature when its clock is so far ahead of the signer's.
  package static func isRefused(_ ahead: Duration) -> Bool {
    abs(ahead.components.seconds) >= 900
  }

  /// What was looked at.
  package var check: Check {
    switch self {
    case .noTerminal, .noTerminalType, .unknownTerminal, .simpleTerminal, .terminal: .terminal
    case .refusedColours, .colours: .colours
    case .size: .size
    case .locale: .locale
    case .rclone, .noRclone: .rclone
    case .noConfiguration, .configuration, .configurationRemark, .badConfiguration: .configuration
    case .state, .stateToCome, .noState, .closedState, .openState: .state
    case .noRuntimeDirectory, .longSocketPath, .noLocalService, .silentLocalService, .localService,
      .ailingLocalService:
      .localService
    case .connectionRemark, .noConnection: .connection
    case .endpoint: .endpoint
    case .connections: .connections
    case .clock: .clock
    case .quota, .noQuota: .quota
    case .windowZone, .noWindowZone: .windows
    case .credentials: .credentials
    case .project, .foundProject: .project
    case .versions: .versions
    case .tasks, .unreadableTasks, .leftOut: .tasks
    case .store: .store
    case .failed(let check, _): check
    }
  }

  /// How bad it is.
  package var status: Status {
    switch self {
    case .terminal, .refusedColours, .colours, .rclone, .noConfiguration, .configuration, .state,
      .stateToCome, .noLocalService, .localService, .endpoint, .credentials, .project,
      .foundProject, .tasks, .quota, .noQuota, .windowZone, .noWindowZone:
      .ok
    case .connections(let answered, let count, _): answered < count ? .warning : .ok
    case .store(let finding): finding.status
    case .noTerminal, .configurationRemark, .openState, .connectionRemark, .unreadableTasks,
      .leftOut:
      .warning
    case .noTerminalType, .unknownTerminal, .simpleTerminal, .badConfiguration, .noState,
      .closedState, .noRuntimeDirectory, .longSocketPath, .silentLocalService,
      .ailingLocalService, .noConnection,
      .failed:
      .problem
    case .size(let columns, let rows):
      columns < Self.leastSize.columns || rows < Self.leastSize.rows ? .warning : .ok
    case .locale(_, let charset): charset == "UTF-8" ? .ok : .warning
    case .noRclone(_, let isNeeded): isNeeded ? .problem : .warning
    // Machines that keep time agree to the minute.
    case .clock(let ahead): abs(ahead.components.seconds) < 60 ? .ok : .warning
    case .versions(let spoken, let offered):
      offered?.contains { $0.lowercased().hasPrefix(spoken.rawValue) } ?? true ? .ok : .warning
    }
  }

  /// The kind of problem, if it is one.
  package var trouble: Trouble? {
    guard status == .problem else { return nil }
    guard case .failed(_, let problem) = self else { return .other }
    return switch problem.kind {
    case .unreachable: .unreachable
    case .credentials: .credentials
    case .wrongState, .notFound, .invalid, .server, .throttled, .unreadable, .cancelled: .other
    }
  }
}
