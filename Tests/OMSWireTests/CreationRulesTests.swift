import Testing

@testable import Migration
@testable import OMSWire

struct CreationRulesTests {
  private static func order(_ change: (inout NewTask) -> Void) -> NewTask {
    let keys = StorageKeys(accessKey: "A", secretKey: Secret("S"))
    var order = NewTask(
      kind: .prefix,
      source: StorageLocation(provider: "AWS", region: "r", bucket: "b", keys: ["p"]),
      destination: StorageLocation(provider: "HuaweiCloud", region: "r", bucket: "c"),
      keys: TransferKeys(source: keys, destination: keys))
    change(&order)
    return order
  }

  private static func limit(_ bytes: Int64) -> [BandwidthWindow] {
    [
      BandwidthWindow(
        start: "00:00", end: "23:59", maxBandwidth: ByteRate(rawValue: bytes))
    ]
  }

  @Test(arguments: TaskDialect.allCases.filter { $0 != .synchronisation })
  func `an ordinary task passes`(dialect: TaskDialect) throws {
    try CreationRules.check(Self.order { _ in }, in: dialect)
  }

  @Test(
    arguments: [
      (TaskDialect.v1, 5_242_879, false), (.v1, 5_242_880, true), (.v1, 10_737_418_240, true),
      (.v1, 10_737_418_241, false), (.v2, 1_048_575, false), (.v2, 1_048_576, true),
      (.v2, 209_715_200, true), (.v2, 209_715_201, false), (.group, 209_715_201, false),
    ] as [(TaskDialect, Int64, Bool)])
  func `a speed limit has to be in the range of the version`(
    dialect: TaskDialect, bytes: Int64, isRight: Bool
  ) {
    let order = Self.order { $0.settings.bandwidth = Self.limit(bytes) }
    #expect(code(of: order, in: dialect) == (isRight ? nil : "OMS.0084"))
  }

  @Test(
    arguments: [
      (TaskDialect.v1, "a(b)", "OMS.0078"), (.v2, "a(b)", nil), (.v1, "a^b", nil),
      (.v2, "a^b", "OMS.0078"), (.group, "a<b", "OMS.0078"),
    ] as [(TaskDialect, String, String?)])
  func `each version refuses its own signs in a description`(
    dialect: TaskDialect, description: String, code: String?
  ) {
    let order = Self.order { $0.settings.description = description }
    #expect(self.code(of: order, in: dialect) == code)
  }

  @Test(arguments: [(-1, "OMS.0059"), (0, nil), (50, nil), (51, "OMS.0059")] as [(Int, String?)])
  func `threads are from 0 to 50`(threads: Int, code: String?) {
    let order = Self.order { $0.settings.threads = threads }
    #expect(self.code(of: order, in: .v1) == code)
  }

  @Test func `keys and names have lengths`() {
    let long = Self.order {
      $0.keys.source = StorageKeys(
        accessKey: "A", secretKey: Secret(String(repeating: "x", count: 101)))
    }
    #expect(code(of: long, in: .v2) != nil)
    let name = Self.order { $0.source.keys = [String(repeating: "照", count: 342)] }
    #expect(code(of: name, in: .v2) != nil)
  }

  @Test func `a synchronisation task is held against its own rules`() throws {
    var task = NewSyncTask(Self.order { $0.source.keys = [] })
    try CreationRules.check(task)
    task.settings.description = "a(b)"
    #expect(throws: APIProblem.self) { try CreationRules.check(task) }
    task.settings.description = ""
    task.settings.bandwidth = Self.limit(5_242_880)
    #expect(throws: APIProblem.self) { try CreationRules.check(task) }
  }

  private func code(of order: NewTask, in dialect: TaskDialect) -> String? {
    do throws(APIProblem) {
      try CreationRules.check(order, in: dialect)
      return nil
    } catch {
      return error.code
    }
  }
}
