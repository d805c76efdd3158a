import Migration

extension English {
  func words(_ holder: KeyHolder, _ fault: KeyFault) -> String {
    let (who, command) =
      switch holder {
      case .profile(let name): ("profile '\(name)'", "the command of its credentials")
      case .store(let match): ("store '\(match)'", "its command")
      }
    return switch fault {
    case .command(let trouble): "\(who): \(words(trouble, of: command))"
    case .notKeys(1):
      "\(who): \(command) printed one line; "
        + "the access key has to be followed by its secret key in a line of its own"
    case .notKeys(let lines):
      "\(who): \(command) printed \(lines == 0 ? "nothing" : "something else than keys"); it has to "
        + "print an access key, its secret key and perhaps a token, a line each"
    case .noVariables(let name): "\(who): \(name)_AK and \(name)_SK are not set"
    case .noRclone(let fault): "\(who): \(words(fault))"
    case .remotes(let trouble):
      "\(who): the configuration of rclone cannot be read: \(words(trouble, of: "rclone config dump"))"
    case .noRemote(let name):
      "\(who): the configuration of rclone has no remote '\(name)'; see rclone listremotes"
    case .keylessRemote(let name, let type):
      "\(who): the remote '\(name)' of type \(type) has no keys for such a place in its configuration"
    case .keylessProfile(let name):
      "\(who): profile '\(name)' has no access key, or only a token; name one with keys, "
        + "or set temporary_keys in it"
    case .unusable(let error): "\(who): \(words(error))"
    case .refused(let problem): "\(who): \(line(problem))"
    }
  }

  func words(_ trouble: CommandTrouble, of command: String = "the command") -> String {
    switch trouble {
    case .exited(let status): "\(command) ended with status \(status)"
    case .killed(let signal): "\(command) was ended by signal \(signal)"
    case .endless(let time): "\(command) had not ended after \(time.inWords), so it was ended"
    case .notRun(let reason): "\(command) could not be run (\(reason))"
    }
  }
}
