import Foundation
import TestSupport

/// Somebody who kills the service and its children at random instants, and lets the service come again.
struct Tormentor: Sendable {
  /// What is done.
  private enum Fault: CaseIterable {
    /// The service is killed and comes again at once.
    case service
    /// The service is killed and stays away for a while.
    case serviceForLong
    /// The service is killed while it comes up.
    case beginning
    /// The service is ended in good order.
    case end
    /// One of the processes that copy and list is killed.
    case child
    /// All of them are.
    case children
    /// Everything is killed, as when the machine ends.
    case all
  }

  private let service: ServiceProcess
  private let home: FerryHome
  private var random: Generator
  /// How many processes it has killed.
  private(set) var kills = 0

  /// One who does the same for the same `seed`.
  init(seed: UInt64, _ service: ServiceProcess, _ home: FerryHome) {
    self.service = service
    self.home = home
    random = Generator(seed: seed)
  }

  /// Does its work until it is cancelled; the service then answers.
  mutating func run() async throws {
    while !Task.isCancelled {
      let fault = draw()
      let moment = Duration.milliseconds(Int.random(in: 0...500, using: &random))
      let pick = Int.random(in: 0..<1000, using: &random)
      do {
        try await Task.sleep(for: moment)
      } catch {
        return
      }
      // What has begun comes to its end: nobody is to be left without a service.
      let (service, home) = (service, home)
      kills += try await Task { try await Self.commit(fault, pick, service, home) }.value
    }
  }

  private mutating func draw() -> Fault {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<5: .service
    case 5..<7: .serviceForLong
    case 7: .beginning
    case 8..<10: .end
    case 10..<16: .child
    case 16: .children
    default: .all
    }
  }

  private static func commit(
    _ fault: Fault, _ pick: Int, _ service: ServiceProcess, _ home: FerryHome
  ) async throws -> Int {
    switch fault {
    case .child:
      let children = home.processes("rclone")
      guard !children.isEmpty else { return 0 }
      kill(children[pick % children.count], SIGKILL)
      return 1
    case .children: return killChildren(of: home)
    case .service: try await service.end(SIGKILL)
    case .serviceForLong:
      try await service.end(SIGKILL)
      try await Task.sleep(for: .milliseconds(2 * pick))
    case .beginning:
      try await service.end(SIGKILL)
      try await service.launch()
      try await Task.sleep(for: .milliseconds(pick / 3))
      for process in home.processes("serve") { kill(process, SIGKILL) }
      try await waitUntil("the end of the service") { home.processes("serve").isEmpty }
      try await service.begin()
      return 2
    case .end:
      try await service.end(SIGTERM)
      try await service.begin()
      return 0
    case .all:
      try await service.end(SIGKILL)
      let children = killChildren(of: home)
      try await service.begin()
      return 1 + children
    }
    try await service.begin()
    return 1
  }

  private static func killChildren(of home: FerryHome) -> Int {
    let children = home.processes("rclone")
    for child in children { kill(child, SIGKILL) }
    return children.count
  }
}
