import Canvas
import FoundationEssentials
import Testing

@testable import Migration

@testable import Dashboard

/// When an answer counts, and when a question is taken back.
struct AnswerTimeTests {
  private func session(_ keys: String = "", isProtected: Bool = false) -> Session {
    var session = Session(DashboardConfiguration(profile: "nightly", isProtected: isProtected))
    session.select(.running)
    session.type(keys)
    return session
  }

  @Test(arguments: [0, 50, 399])
  func `a yes too soon after another key is put off`(milliseconds: Int) {
    var session = session()
    session.openPrompt(.character("s"))
    session.type("y", after: .milliseconds(milliseconds))
    #expect(session.acts.isEmpty)
    #expect(session.screen.contains("too soon after another key"))
    session.type("y", after: .milliseconds(399))
    #expect(session.acts.isEmpty)
    session.type("y", after: .milliseconds(400))
    #expect(session.acts.count == 1)
  }

  @Test(arguments: ["summary", "so many", "systemctl stop nginx", "say yes", "syyyyyyy", "sync y"])
  func `words typed into the wrong window send nothing`(words: String) {
    for pause in [Duration.milliseconds(30), .milliseconds(120), .milliseconds(350)] {
      var session = session()
      for letter in words {
        session.type(String(letter), after: pause)
        session.readTargets()
        session.showPrompt()
      }
      #expect(session.acts.isEmpty)
    }
  }

  @Test func `a number is typed as fast as one likes, once it was begun after a pause`() {
    var session = session("*")
    session.openPrompt(.character("s"))
    session.type("3", after: .milliseconds(100))
    #expect(session.state.prompt?.typed == "")
    session.type("33", after: .milliseconds(500))
    session.press(.backspace, .enter, after: .milliseconds(20))
    #expect(session.acts.count == 1)
  }

  @Test(arguments: ["y", "x", "4a", " "])
  func `what cannot be the number cancels at once`(typed: String) {
    var session = session("*")
    session.openPrompt(.character("s"))
    session.type(typed)
    #expect(session.state.prompt == nil)
  }

  @Test func `a name begins with its first letter`() {
    var session = session(isProtected: true)
    session.openPrompt(.character("s"))
    session.type("i")
    #expect(session.state.prompt == nil)
  }

  @Test(arguments: [(59, true), (60, false), (3600, false)])
  func `a question waits for a minute`(seconds: Int, isOpen: Bool) {
    var session = session()
    session.openPrompt(.character("s"))
    session.send(.tick(Moment(Double(session.now / .seconds(1)) + Double(seconds))))
    #expect((session.state.prompt != nil) == isOpen)
    #expect(isOpen || session.screen.contains("nobody answered for a minute"))
  }

  @Test func `a question is timed while updates are paused, too`() {
    var session = session("z")
    session.type("s")
    #expect(session.alarm == session.now + .seconds(60))
    session.press(.escape)
    #expect(session.alarm == nil)
  }

  @Test func `the age of what was read counts up`() {
    var session = session()
    session.openPrompt(.character("s"))
    #expect(session.screen.contains("running, read just now"))
    session.send(.tick(Moment(Double(session.now / .seconds(1)) + 7)))
    #expect(session.screen.contains("running, read 7s ago"))
  }

  @Test func `suspending cancels, and so does coming back`() {
    var session = session()
    session.openPrompt(.character("s"))
    #expect(session.press(.control("z")) == [.suspend])
    #expect(session.state.prompt == nil)
    session.openPrompt(.character("s"))
    session.send(.resumed)
    #expect(session.state.prompt == nil)
    #expect(session.screen.contains("the program was suspended; nothing was sent"))
  }

  @Test func `a service that no longer answers takes the question back`() {
    var session = session()
    session.openPrompt(.character("s"))
    session.send(.refreshFailed(.unreachable, retryAt: .seconds(8)))
    #expect(session.state.prompt == nil)
    #expect(session.screen.contains("the service no longer answers; nothing was sent"))
  }

  @Test func `keys pressed before a question was seen are no answers to it`() {
    var session = session()
    session.type("s")
    session.readTargets()
    session.type("yyx3")
    #expect(session.state.prompt != nil)
    session.showPrompt()
    #expect(session.acts.isEmpty)
  }
}
