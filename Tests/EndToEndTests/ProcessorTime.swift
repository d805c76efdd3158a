import Foundation

/// How long a process has kept a processor busy; nothing when it is gone.
func processorTime(of process: pid_t) -> Duration {
  let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
  // The name in parentheses may have blanks in it.
  let fields = text?.split(separator: ")").last?.split(separator: " ") ?? []
  guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else {
    return .zero
  }
  return .seconds(user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
}
