import TestSupport
import Testing

@testable import MigrationCore

struct ListWalkTests {
  private struct Entry: Identifiable, Sendable {
    let id: Int
  }

  /// Walks through `list`, which `change` may alter before each page; `bad` pages cannot be read.
  private func walk(
    _ list: [Int], size: Int = 10, bad: Set<Int> = [], unreadable: Set<Int> = [],
    change: (Int, inout [Int]) -> Void = { _, _ in }
  ) -> (walk: ListWalk<Entry>, pages: Int) {
    var list = list
    var walk = ListWalk<Entry>(size: size)
    var pages = 0
    while let start = walk.next(1).first, pages < 500 {
      change(pages, &list)
      pages += 1
      if bad.contains(start) {
        _ = walk.passOver(start, because: "bad")
      } else {
        _ = walk.take(page(of: list, start, size, unreadable), from: start)
      }
    }
    return (walk, pages)
  }

  private func page(
    of list: [Int], _ start: Int, _ size: Int, _ unreadable: Set<Int> = []
  ) -> ListPage<Entry> {
    let part = list.dropFirst(start).prefix(size)
    return ListPage(
      entries: part.filter { !unreadable.contains($0) }.map(Entry.init),
      unreadable: part.filter(unreadable.contains).map(String.init))
  }

  private func numbers(_ count: Int) -> [Int] { (0..<count).reversed().map(\.self) }

  @Test(arguments: [(0, 1), (1, 1), (9, 1), (10, 2), (19, 3), (100, 12)])
  func `every entry is seen, in order, with as few pages as there are`(count: Int, pages: Int) {
    let result = walk(numbers(count))
    #expect(result.walk.entries.map(\.id) == numbers(count))
    #expect(result.walk.isGapless)
    #expect(result.pages == pages)
  }

  @Test(arguments: [1, 6, 15, 49])
  func `entries that vanish between pages hide no others`(vanishing: Int) {
    let result = walk(numbers(50)) { page, list in
      if page == 2 { list.removeFirst(vanishing) }
    }
    let seen = Set(result.walk.entries.map(\.id))
    #expect(seen.isSuperset(of: numbers(50).dropFirst(vanishing)))
    #expect(result.walk.isGapless)
  }

  @Test func `entries that come between pages hide no others`() {
    let result = walk(numbers(50)) { page, list in list.insert(1000 + page, at: 0) }
    #expect(Set(result.walk.entries.map(\.id)).isSuperset(of: numbers(50)))
    #expect(result.walk.isGapless)
  }

  @Test func `a list that vanishes altogether ends the walk`() {
    let result = walk(numbers(50)) { page, list in if page == 3 { list = [] } }
    #expect(result.walk.isComplete)
  }

  @Test func `a service that repeats one full page is given up on`() {
    var walk = ListWalk<Entry>(size: 10)
    var pages = 0
    while let start = walk.next(1).first, pages < 500 {
      _ = walk.take(page(of: numbers(10), 0, 10), from: start)
      pages += 1
    }
    #expect(walk.isGivenUp)
    #expect(!walk.isGapless)
    #expect(pages < 100)
  }

  @Test(arguments: [0, 9, 27, 45])
  func `a bad page hides nothing but what is on it`(start: Int) {
    let result = walk(numbers(50), bad: [start])
    let hidden = Set(numbers(50)[min(start + 1, 49)..<min(start + 9, 50)])
    let seen = Set(result.walk.entries.map(\.id))
    #expect(seen.isSuperset(of: Set(numbers(50)).subtracting(hidden).subtracting([49])))
    #expect(!result.walk.isGapless)
    #expect(result.walk.unreadable == ["bad"])
    #expect(!result.walk.isGivenUp)
  }

  @Test func `page after page that is bad is given up`() {
    let result = walk(numbers(500), bad: Set((0..<500)))
    #expect(result.walk.isGivenUp)
    #expect(result.pages < 10)
  }

  @Test(arguments: [1...1, 9...9, 5...14, 0...49, 10...38, 41...49] as [ClosedRange<Int>])
  func `entries that cannot be read hide none of the others`(unreadable: ClosedRange<Int>) {
    let result = walk(numbers(50), unreadable: Set(unreadable))
    #expect(result.walk.entries.map(\.id) == numbers(50).filter { !unreadable.contains($0) })
    #expect(!result.walk.isGapless)
    #expect(result.walk.unreadable.count >= unreadable.count)
    #expect(!result.walk.isGivenUp)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `pages in any order, from a list that changes, make up what stays`(seed: UInt64) {
    var random = Generator(seed: seed)
    var list = numbers(Int.random(in: 0...150, using: &random))
    var stayed = Set(list)
    var walk = ListWalk<Entry>(size: Int.random(in: 2...20, using: &random))
    walk.expect(Bool.random(using: &random) ? list.count : nil)
    var underWay: [(start: Int, page: ListPage<Entry>)] = []
    var steps = 0
    while !walk.isComplete, steps < 5_000 {
      steps += 1
      for start in walk.next(4 - underWay.count) {
        underWay.append((start, page(of: list, start, walk.size)))
      }
      if !underWay.isEmpty {
        let (start, page) = underWay.remove(at: Int.random(in: 0..<underWay.count, using: &random))
        if Int.random(in: 0..<10, using: &random) == 0 {
          walk.askAgain(start)
        } else {
          _ = walk.take(page, from: start)
        }
      }
      switch Int.random(in: 0..<6, using: &random) {
      case 0: list.insert(1000 + steps, at: 0)
      case 1 where !list.isEmpty:
        let first = Int.random(in: 0..<list.count, using: &random)
        list.removeSubrange(first..<min(first + Int.random(in: 1...4, using: &random), list.count))
      default: break
      }
      stayed.formIntersection(list)
    }
    let seen = walk.entries.map(\.id)
    #expect(walk.isComplete)
    #expect(Set(seen).count == seen.count)
    if walk.isGapless { #expect(stayed.isSubset(of: seen), "seed \(seed)") }
  }
}
