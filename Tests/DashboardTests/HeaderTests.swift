import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// The first line: counts and speed are never crowded out by names.
struct HeaderTests {
  private func header(
    _ configuration: DashboardConfiguration, columns: Int, rows: Int = 23
  ) -> String {
    let session = Session(configuration, size: Size(rows: rows, columns: columns))
    return String(session.screen.prefix { $0 != "\n" })
  }

  @Test(arguments: Array(20...200))
  func `the counts of the states are there in every window`(columns: Int) {
    let names = ["prod", "a-very-long-name-of-a-profile", "生产环境的迁移服务配置"]
    for name in names {
      var configuration = DashboardConfiguration(
        profile: name, endpoint: "oms.some-region-of-the-cloud.example.com")
      for isProtected in [false, true] {
        configuration.isProtected = isProtected
        let line = header(configuration, columns: columns, rows: 5)
        #expect(line.contains("1 failed"), "\(columns): \(line)")
        #expect(line.hasSuffix("LIVE"))
      }
    }
  }

  @Test(arguments: [34, 40, 60, 80, 120])
  func `a long name is shortened before the speed is left out`(columns: Int) {
    let configuration = DashboardConfiguration(
      profile: "a-very-long-name-of-a-profile", endpoint: String(repeating: "endpoint.", count: 20),
      isProtected: true)
    let line = header(configuration, columns: columns)
    #expect(line.contains("13.6M/s"))
    #expect(line.contains("1 failed"))
    #expect(line.contains("protected") == (columns >= 40))
  }

  @Test func `all counts come before the endpoint`() {
    let configuration = DashboardConfiguration(profile: "prod", endpoint: "oms.cn-north-4")
    let all = "1 failed 2 running 1 retrying 1 stopping 1 waiting 1 stopped 1 succeeded 1 unknown"
    #expect(header(configuration, columns: 116).contains(all))
    #expect(!header(configuration, columns: 116).contains("oms."))
    #expect(header(configuration, columns: 140).contains("oms.cn-north-4"))
  }
}
