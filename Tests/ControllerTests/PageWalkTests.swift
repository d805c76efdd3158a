import Testing

@testable import Migration

@testable import Controller

struct PageWalkTests {
  /// Walks through `list`, which `change` may alter after each page.
  private func walk(
    _ list: [MigrationTask], change: (Int, inout [MigrationTask]) -> Void = { _, _ in }
  ) -> (walk: PageWalk, pages: Int) {
    var list = list
    var walk = PageWalk()
    var pages = 0
    while !walk.isComplete, pages < 500 {
      let query = walk.query
      walk.take(TaskPage(tasks: Array(list.dropFirst(query.start).prefix(query.limit))))
      pages += 1
      change(pages, &list)
    }
    return (walk, pages)
  }

  @Test(arguments: [(0, 1), (1, 1), (99, 1), (100, 2), (199, 3), (1000, 11)])
  func `every task is seen`(count: Int, pages: Int) {
    let result = walk(count == 0 ? [] : MigrationTask.samples(Int64(count)))
    #expect(result.walk.seen.count == count)
    #expect(result.walk.isGapless)
    #expect(result.pages == pages)
  }

  @Test(arguments: [1, 60, 150])
  func `tasks that vanish between pages hide no others`(vanishing: Int) {
    let all = MigrationTask.samples(500)
    let result = walk(all) { page, list in
      if page == 2 { list.removeFirst(vanishing) }
    }
    let expected = Set(all.dropFirst(vanishing).map(\.id))
    #expect(result.walk.seen.isSuperset(of: expected))
    #expect(result.walk.isGapless)
  }

  @Test func `tasks that come between pages hide no others`() {
    let all = MigrationTask.samples(500)
    let result = walk(all) { page, list in
      list.insert(.sample(Int64(1000 + page)), at: 0)
    }
    #expect(result.walk.seen.isSuperset(of: all.map(\.id)))
    #expect(result.walk.isGapless)
  }

  @Test func `all tasks vanishing ends the walk`() {
    let result = walk(MigrationTask.samples(500)) { page, list in
      if page == 3 { list = [] }
    }
    #expect(result.walk.isComplete)
  }

  @Test func `a service that repeats one full page is given up on`() {
    var walk = PageWalk()
    let page = TaskPage(tasks: MigrationTask.samples(100))
    var pages = 0
    while !walk.isComplete, pages < 500 {
      walk.take(page)
      pages += 1
    }
    #expect(pages < 100)
    #expect(!walk.isGapless)
  }

  @Test func `entries that cannot be read leave it open what is gone`() {
    var walk = PageWalk()
    walk.take(TaskPage(tasks: MigrationTask.samples(3), unreadable: ["entry 4: no id"]))
    #expect(walk.isComplete)
    #expect(!walk.isGapless)
  }
}
