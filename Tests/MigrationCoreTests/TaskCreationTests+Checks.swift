import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

extension TaskCreationTests {
  @Test(arguments: ["a<b", "a>b", "a&b", "\"a\"", "'a'", String(repeating: "a", count: 256)])
  func `a description that no service takes is refused before anything is sent`(
    description: String
  ) async {
    let backend = FakeBackend()
    let problem = await #expect(throws: APIProblem.self) {
      try await create(backend, Self.newTask(description))
    }
    #expect(problem?.code == "OMS.0078")
    #expect(await backend.calls.isEmpty)
  }

  @Test func `the type and the list file belong together`() {
    var task = Self.newTask()
    task.kind = .list
    #expect(throws: APIProblem.self) { try task.check() }
    task.settings.listFile = ListFile(bucket: "lists", key: "photos.txt")
    #expect(throws: Never.self) { try task.check() }
    task.kind = .object
    #expect(throws: APIProblem.self) { try task.check() }
  }

  @Test(
    arguments: [
      (["08:00-18:59=5M", "19:00-23:00=6M"], nil),
      (["08:00-18:59=5M", "18:59-20:00=6M"], "OMS.0085"),
      (["18:00-08:00=5M"], "OMS.0087"), (["25:00-26:00=5M"], "OMS.0087"),
      (["08:60-09:00=5M"], "OMS.0087"), (Array(repeating: "08:00-09:00=5M", count: 6), "OMS.0083"),
      ([], nil), (["20MiB"], nil),
    ] as [([String], String?)])
  func `speed windows have to go together`(texts: [String], code: String?) throws {
    let windows = try texts.map { text in try BandwidthWindow(text) }
    do {
      try BandwidthWindow.check(windows)
      #expect(code == nil)
    } catch {
      #expect(error.code == code)
    }
  }

  @Test(arguments: ["", "8:00-9:00=5M", "08:00-09:00", "08:00=5M", "fast", "08:00-09:00=0", "=5M"])
  func `what is no speed window is refused in words`(text: String) {
    let error = #expect(throws: ConfigurationError.self) { try BandwidthWindow(text) }
    #expect(error?.english.contains("08:00-18:59=20MiB") == true)
  }

  @Test func `a word for a setting becomes OMS's, an unknown one is told the known ones`() throws {
    #expect(try SettingWords.overwrite.code(of: "never") == "NO_OVERWRITE")
    #expect(SettingWords.storageClass.word(for: "SRC_STORAGE_MAPPING") == "source")
    #expect(SettingWords.storageClass.word(for: "NEW_CLASS") == "NEW_CLASS")
    let error = #expect(throws: ConfigurationError.self) {
      try SettingWords.check.code(of: "sometimes")
    }
    #expect(error?.english.contains("size-time, checksum, none") == true)
  }
}
