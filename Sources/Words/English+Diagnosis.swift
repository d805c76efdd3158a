package import Migration

extension English {
  package func words(_ finding: Finding) -> String {
    switch finding {
    case .noTerminal: "there is none; commands work, the dashboard does not"
    case .noTerminalType: "TERM is not set"
    case .unknownTerminal(let type): "TERM=\(type) is not known here"
    case .simpleTerminal(let type):
      "\(type) cannot show a full screen; the dashboard is told line by line"
    case .terminal(let type): type
    case .refusedColours: "none, as NO_COLOR asks"
    case .colours(0): "none; states are told by words"
    case .colours(let count): "\(count)"
    case .size(let columns, let rows):
      "\(columns)×\(rows)" + (finding.status == .ok ? "" : "; only a status line fits")
    case .locale(let setting, nil):
      "\(setting ?? "no LANG") is not installed; it is taken at its name"
    case .locale(let setting, "UTF-8"): "\(setting ?? "no LANG"), UTF-8"
    case .locale(let setting?, .some(let charset)):
      "\(setting) means \(charset); a terminal is shown ASCII only"
    case .locale(nil, .some(let charset)):
      "no LANG means \(charset); UTF-8 is sent all the same"
    case .rclone(let version, let path): "\(version), \(path)"
    case .noRclone(let fault, let isNeeded):
      words(fault) + (isNeeded ? "" : "; only the local service needs it")
    case .noConfiguration(let path): "no \(path); only the built-in profile 'local'"
    case .configuration(let path, let profiles): "\(path); profiles: \(list(profiles))"
    case .configurationRemark(let error), .badConfiguration(let error),
      .connectionRemark(let error), .noConnection(let error):
      words(error)
    case .state(let path): "\(path) is writable, and for you alone"
    case .stateToCome(let path): "\(path) will be made when it is needed"
    case .noState(let path, let parent): "\(path) cannot be made in \(parent)"
    case .closedState(let path): "\(path) cannot be written to"
    case .openState(let path, _): "others can read \(path)"
    case .noRuntimeDirectory(let path, let socket):
      "XDG_RUNTIME_DIR names \(path), which you cannot use; the socket is \(socket)"
    case .longSocketPath(let path, let most):
      "\(path) has more than \(most) bytes, so no service can listen there"
    case .noLocalService: "does not run; the first command that needs it starts it"
    case .silentLocalService(let endpoint):
      "listens at \(endpoint) and does not answer; see ferry.log in the directory of the state"
    case .localService(let endpoint): "runs at \(endpoint)"
    case .ailingLocalService(let endpoint, let status, let complaints):
      "runs at \(endpoint), but: \(complaints.isEmpty ? "HTTP \(status)" : list(complaints))"
    case .endpoint(let endpoint, let isEncrypted, let status, let latency):
      "\(endpoint) answers" + (isEncrypted ? " over TLS" : "")
        + (status.map { " (HTTP \($0) in \(Int(latency / .milliseconds(1))) ms)" } ?? "")
    case .connections(let answered, let count, let slowest):
      "\(answered) of \(count) at once were answered"
        + (answered > 0 ? " (the last one in \(Int(slowest / .milliseconds(1))) ms)" : "")
    case .quota(let count): "\(count) tasks of the account may run at the same time"
    case .noQuota(.unknownAccount):
      "not asked for: it is the account's, and only the project is known"
    case .noQuota(.noCall): "not told by this service"
    case .windowZone(let zone): "hours are counted in \(zone.text)"
    case .noWindowZone: "the service does not tell in which zone it counts hours"
    case .clock(let ahead): clock(ahead, isUsual: finding.status == .ok)
    case .credentials(let origin): words(origin)
    case .project(let id): id
    case .foundProject(let id, let name): "\(id), found by the name '\(name)'"
    case .versions(let spoken, let offered):
      "\(spoken.rawValue) is spoken; the service "
        + (offered.map { "offers \(list($0))" } ?? "lists none")
    case .tasks(let isOneRead): isOneRead ? "may be listed and read" : "may be listed"
    case .unreadableTasks(let count, let first):
      "may be listed; \(count) could not be read: \(first)"
    case .leftOut(let leftOut): "may be listed; \(words(leftOut))"
    case .store(let finding): words(finding)
    case .failed(_, let problem): line(problem)
    }
  }

  package func advice(on finding: Finding) -> String? {
    if finding.status == .ok { return nil }
    return switch finding {
    case .noTerminal: "run ferry in a terminal, such as with ssh -t"
    case .noTerminalType, .unknownTerminal:
      "set TERM to the terminal's type, such as xterm-256color"
    case .simpleTerminal: "use another terminal for the full screen"
    case .size: "make it \(Finding.leastSize.columns)×\(Finding.leastSize.rows) or larger"
    case .locale(_, nil): "install it, or set LANG=C.UTF-8"
    case .locale(nil, _): "set LANG=C.UTF-8, or use --ascii when names look broken"
    case .locale: "set LANG=C.UTF-8 on a terminal that knows it"
    case .noState, .closedState: "correct its permissions, or set XDG_STATE_HOME"
    case .noRuntimeDirectory: "unset XDG_RUNTIME_DIR, or have it name a directory of yours"
    case .longSocketPath: "set XDG_RUNTIME_DIR to a directory with a short path"
    case .openState(_, let isDirectory): "run chmod \(isDirectory ? "700" : "600") on it"
    case .connections: "ask its operator, or whoever runs the network, how many are let through"
    case .clock: "set this machine's clock, such as with timedatectl set-ntp true"
    case .versions: "set api to auto or to one of these"
    case .store(let finding): advice(on: finding)
    // What is said about these says what to do, too, or there is nothing to do.
    case .terminal, .refusedColours, .colours, .rclone, .noRclone, .noConfiguration, .configuration,
      .configurationRemark, .badConfiguration, .state, .stateToCome, .noLocalService,
      .silentLocalService, .localService, .ailingLocalService, .connectionRemark, .noConnection,
      .endpoint,
      .credentials, .project, .foundProject, .tasks, .unreadableTasks, .leftOut, .quota, .noQuota,
      .windowZone, .noWindowZone, .failed:
      nil
    }
  }

  package func words(_ origin: CredentialOrigin) -> String {
    switch origin {
    case .socket: "none needed"
    case .given: "given"
    case .token: "FERRY_AUTH_TOKEN"
    case .environment: "HUAWEICLOUD_SDK_AK and _SK"
    case .sdkFile(let path): path
    case .login(let user, false): "login of '\(user)'"
    case .login(let user, true): "login of '\(user)', password asked"
    case .command(let profile): "the command of profile '\(profile)'"
    case .temporaryKeys(let origin): "temporary keys, by \(words(origin))"
    }
  }

  package func words(_ fault: RcloneFault) -> String {
    let oldest = "\(RcloneFault.oldest.major).\(RcloneFault.oldest.minor)"
    return switch fault {
    case .missing:
      "rclone is missing; install version \(oldest) or later, or set FERRY_RCLONE to its path"
    case .notAProgram(let path):
      "FERRY_RCLONE names \(path), which is not a program; correct or unset it"
    case .foreign(let path):
      "\(path) does not answer like rclone; install rclone \(oldest) or later"
    case .tooOld(let path, let version):
      "\(path) is rclone \(version), too old; install \(oldest) or later"
    }
  }

  func clock(_ ahead: Duration, isUsual: Bool) -> String {
    let seconds = ahead.components.seconds
    let distance = seconds.magnitude
    if isUsual { return distance < 2 ? "agrees with the service" : "differs by \(distance) s" }
    return "is \(distance) s \(seconds < 0 ? "ahead of" : "behind") the service's"
      + (Finding.isRefused(ahead) ? "; the first signature is refused, the next one corrected" : "")
  }
}
