import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

@Suite(.timeLimit(.minutes(1)))
struct MailboxTests {
  @Test func `a mailbox has room for one, into which what is later is merged`() {
    var (first, second) = (TaskDelta(), TaskDelta())
    let (one, two) = (
      MigrationTask(id: TaskID(rawValue: 1)), MigrationTask(id: TaskID(rawValue: 2))
    )
    first.changed = [
      one.id: SeenTask(task: one, askedAt: .zero), two.id: SeenTask(task: two, askedAt: .zero),
    ]
    second.gone = [one.id: one]
    second.freshness.isLoaded = true
    let news = Mailbox<TaskDelta> { $0.merge($1) }
    news.put(first)
    news.put(second)
    let all = news.take()
    #expect(all?.changed.keys.map(\.self) == [two.id])
    #expect(all?.gone.keys.map(\.self) == [one.id])
    #expect(all?.freshness.isLoaded == true)
    #expect(news.take() == nil)
  }

  @Test func `whoever has given up can wait again`() async {
    let box = Mailbox<Int> { $0 += $1 }
    let clock = ManualClock()
    for round in 1...3 {
      #expect(await box.next(until: clock.now, on: clock) == nil)
      async let message = box.next()
      box.put(round)
      #expect(await message == round)
    }
  }

  @Test func `a reader who is called off leaves the message to the next`() async {
    let box = Mailbox<Int> { $0 += $1 }
    let reader = Task { await box.next() }
    reader.cancel()
    #expect(await reader.value == nil)
    box.put(1)
    box.put(2)
    #expect(await box.next() == 3)
  }

  @Test func `a reader who waits is woken, and told once`() async {
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let box = Mailbox<Int>(onArrival: { arrival.yield() }) { $0 += $1 }
    async let first = box.next()
    box.put(1)
    #expect(await first == 1)
    var iterator = arrivals.makeAsyncIterator()
    #expect(await iterator.next() != nil)
    #expect(box.take() == nil)
  }
}
