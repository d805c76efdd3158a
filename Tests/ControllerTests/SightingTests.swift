import Testing

@testable import Controller

struct SightingTests {
  private static let asking: @Sendable () -> Bool = { true }

  @Test func `a question is seen once the terminal has answered behind its frame`() {
    var sighting = Sighting()
    sighting.sent(7)
    sighting.ask(at: .zero, by: Self.asking)
    #expect(sighting.arrived() == 7)
    #expect(sighting.arrived() == nil)
  }

  @Test func `a question that follows a frame under way is asked about afterwards`() {
    var sighting = Sighting()
    sighting.sent(nil)
    sighting.ask(at: .zero, by: Self.asking)
    sighting.sent(7)
    sighting.ask(at: .zero, by: Self.asking)
    #expect(sighting.arrived() == nil)
    sighting.ask(at: .zero, by: Self.asking)
    #expect(sighting.arrived() == 7)
  }

  @Test func `one frame is under way at a time, until its answer counts as lost`() {
    var sighting = Sighting()
    sighting.sent(nil)
    sighting.ask(at: .zero, by: Self.asking)
    _ = sighting.arrived()
    sighting.sent(nil)
    sighting.ask(at: .zero, by: Self.asking)
    #expect(!sighting.mayShow(at: Sighting.longest))
    #expect(sighting.mayShow(at: Sighting.longest + .milliseconds(1)))
  }

  @Test func `a question whose answer was lost is seen with the next frame that arrives`() {
    var sighting = Sighting()
    sighting.sent(nil)
    sighting.ask(at: .zero, by: Self.asking)
    _ = sighting.arrived()
    sighting.sent(7)
    sighting.ask(at: .zero, by: Self.asking)
    let later = Sighting.longest + .seconds(1)
    sighting.sent(nil)
    sighting.ask(at: later, by: Self.asking)
    #expect(sighting.arrived() == 7)
  }

  @Test func `where no terminal ever answers a question counts as seen, elsewhere it does not`() {
    var sighting = Sighting()
    sighting.sent(7)
    sighting.ask(at: .zero, by: Self.asking)
    #expect(sighting.isSeen(withoutAnswer: 7))
    _ = sighting.arrived()
    sighting.sent(8)
    sighting.ask(at: .zero, by: Self.asking)
    #expect(!sighting.isSeen(withoutAnswer: 8))
  }
}
