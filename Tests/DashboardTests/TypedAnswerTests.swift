import Canvas
import Testing

@testable import Migration

@testable import Dashboard

/// Prompts that want more than a single key.
struct TypedAnswerTests {
  private func session(isProtected: Bool = false) -> Session {
    var session = Session(DashboardConfiguration(profile: "nightly", isProtected: isProtected))
    session.select(.running)
    return session
  }

  @Test func `several tasks want their number typed`() {
    var session = session()
    session.type("*")
    session.openPrompt(.character("s"))
    session.type("4")
    session.press(.backspace)
    session.type("3")
    #expect(session.acts.isEmpty)
    session.press(.enter)
    let ready = [MigrationTask.samples[1], .samples[2], .samples[8]]
    #expect(session.acts == .acting(.stop, on: ready, request: 2))
  }

  @Test(arguments: ["３", "3３３"])
  func `a number that an input method has made wide is that number`(typed: String) {
    var session = session()
    session.type("*")
    session.openPrompt(.character("s"))
    session.type(typed)
    for _ in typed.dropFirst() { session.press(.backspace) }
    #expect(session.state.prompt?.typed == "3")
    session.press(.enter)
    #expect(session.acts.count == 1)
  }

  @Test func `a name that an input method has made wide is that name`() {
    var session = session(isProtected: true)
    session.openPrompt(.character("s"))
    session.type("ｎiｇhtly")
    session.press(.enter)
    #expect(session.acts.count == 1)
  }

  @Test(arguments: ["", "2", "33", "y", "nightly", "２", "３３", "③", "三"])
  func `a wrong answer cancels`(answer: String) {
    var session = session()
    session.type("*")
    session.openPrompt(.character("s"))
    session.type(answer)
    session.press(.enter)
    #expect(session.acts.isEmpty)
    #expect(session.state.layer == nil)
  }

  @Test func `nothing of an earlier answer is left for a later question`() {
    var session = session()
    session.type("*")
    session.openPrompt(.character("s"))
    session.type("3")
    session.press(.escape)
    session.openPrompt(.character("s"))
    #expect(session.state.prompt?.typed == "")
    session.press(.enter)
    #expect(session.acts.isEmpty)
  }

  @Test func `a pasted answer counts for nothing`() {
    var session = session()
    session.type("*")
    session.openPrompt(.character("s"))
    session.press(.paste("3"), .enter)
    #expect(session.acts.isEmpty)
  }

  @Test(arguments: [false, true])
  func `on a protected profile its name is wanted, always`(isMarked: Bool) {
    var session = session(isProtected: true)
    if isMarked { session.type("*") }
    session.openPrompt(.character("s"))
    session.type("nx")
    session.press(.backspace)
    #expect(session.acts.isEmpty)
    session.type("ightly")
    session.press(.enter)
    #expect(session.acts.count == 1)
  }

  @Test(arguments: ["1", "3", "y", "３", "ｙ"])
  func `on a protected profile a number is no answer`(answer: String) {
    var session = session(isProtected: true)
    if answer == "3" { session.type("*") }
    session.openPrompt(.character("s"))
    session.type(answer)
    session.press(.enter)
    #expect(session.acts.isEmpty)
  }

  @Test func `n cancels where a number is wanted unless the profile begins with it`() {
    var other = Session(DashboardConfiguration(profile: "prod", isProtected: true))
    other.select(.running)
    other.openPrompt(.character("s"))
    other.type("n")
    #expect(other.state.layer == nil)
    var nightly = session(isProtected: true)
    nightly.openPrompt(.character("s"))
    nightly.type("nightly")
    nightly.press(.enter)
    #expect(nightly.acts.count == 1)
  }
}
