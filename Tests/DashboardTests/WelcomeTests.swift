import Canvas
import Testing
import Words

@testable import Dashboard

/// What a newcomer is told in a demo.
struct WelcomeTests {
  private static func session(
    isDemo: Bool = true, _ language: Language = .english, size: Size = .classic
  ) -> Session {
    var configuration = DashboardConfiguration(profile: "demo", language: language)
    configuration.isDemo = isDemo
    return Session(configuration, size: size)
  }

  private static func sentences(_ language: Language) -> [String] {
    WelcomeTalk.allCases.map(language.tongue.words)
  }

  @Test(arguments: Language.allCases)
  func `three sentences say what to press first, whole on 80 columns`(language: Language) {
    let screen = Self.session(language).screen
    for sentence in Self.sentences(language) { #expect(screen.contains(sentence)) }
  }

  @Test func `they are gone after the first key, and the tasks have their lines`() {
    var session = Self.session()
    let before = session.state.tableHeight
    session.press(.down)
    for sentence in Self.sentences(.english) { #expect(!session.screen.contains(sentence)) }
    #expect(session.state.tableHeight == before + 3)
  }

  @Test func `where lines are few the tasks have them`() {
    let session = Self.session(size: Size(rows: 15, columns: 80))
    for sentence in Self.sentences(.english) { #expect(!session.screen.contains(sentence)) }
  }

  @Test func `nobody else is told them`() {
    let session = Self.session(isDemo: false)
    for sentence in Self.sentences(.english) { #expect(!session.screen.contains(sentence)) }
  }
}
