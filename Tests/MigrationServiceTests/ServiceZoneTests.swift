import Foundation
import Testing

@testable import Migration
@testable import MigrationService

/// The clocks by which bandwidth windows begin and end.
struct ServiceZoneTests {
  private static let winter = Date(timeIntervalSince1970: 1_768_478_400)  // 2026-01-15 12:00 UTC
  private static let summer = Date(timeIntervalSince1970: 1_784_116_800)  // 2026-07-15 12:00 UTC

  @Test func `without a name they are this machine's`() {
    let now = Date()
    let zone = ServiceZone.machine.told(at: now)
    #expect(zone.name == nil)
    #expect(zone.minutes == TimeZone.current.secondsFromGMT(for: now) / 60)
  }

  @Test(arguments: [
    ("UTC", 0, "12:00"), ("Asia/Shanghai", 480, "20:00"), ("Asia/Kolkata", 330, "17:30"),
    ("America/New_York", -300, "07:00"), ("Pacific/Kiritimati", 840, "02:00"),
    ("America/St_Johns", -210, "08:30"), ("Europe/Berlin", 60, "13:00"),
    ("Etc/GMT+3", -180, "09:00"),
  ])
  func `a named zone has its own`(name: String, minutes: Int, time: String) throws {
    let zone = try #require(ServiceZone(named: name))
    #expect(zone.told(at: Self.winter) == WindowZone(name: name, minutes: minutes))
    #expect(zone.minute(at: Self.winter) == DayMinute(time))
  }

  @Test func `in summer they are an hour ahead where that is so`() throws {
    let zone = try #require(ServiceZone(named: "Europe/Berlin"))
    #expect(zone.minute(at: Self.summer) == DayMinute("14:00"))
    #expect(zone.told(at: Self.summer).text == "Europe/Berlin (UTC+02:00)")
  }

  @Test(arguments: [
    "", " ", "PST", "CST", "BST", "Mars/Phobos", "europe/berlin", "+08:00", "GMT+8", "GMT+0800",
    "Europe/Berlin ", "../../etc/passwd", "/etc/localtime",
  ])
  func `what is no name of a zone, or of several, is refused`(name: String) {
    #expect(ServiceZone(named: name) == nil)
  }

  @Test func `a window begins by the clocks of the service`() async throws {
    let zone = try #require(ServiceZone(named: "Asia/Shanghai"))
    let settings = EngineSettings(zone: zone)
    try await ServiceHarness.with(settings: settings, now: { Self.winter }) { service in
      func window(_ start: String, _ end: String) -> String {
        #","bandwidth_policy":[{"start":"\#(start)","end":"\#(end)","max_bandwidth":5242880}]"#
      }
      _ = try await service.createMoving(Bodies.create(more: window("20:00", "20:01")))
      _ = try await service.createMoving(Bodies.create(more: window("12:00", "12:01")))
      #expect(service.mover.orders.map(\.bandwidth) == [5_242_880, nil])
    }
  }
}
