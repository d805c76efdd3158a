/// Tasks that are being put into an order: of each is kept what decides about its place.
struct TaskSorting {
  private let order: TaskOrder
  private let isByText: Bool
  private var numbers: [(number: Int64, id: TaskID)] = []
  private var texts = ComparedTexts()

  init(by order: TaskOrder) {
    self.order = order
    isByText = [.name, .source, .destination].contains(order.key)
  }

  mutating func add(_ task: some TaskFacts) {
    if let text = order.text(of: task) {
      texts.add(text, of: task.id)
    } else {
      // What is unknown gets the last number.
      let last = order.isDescending ? Int64.min : .max
      numbers.append((order.number(of: task) ?? last, task.id))
    }
  }

  func sorted() -> [TaskID] {
    if isByText { return texts.sorted(isDescending: order.isDescending) }
    let isDescending = order.isDescending
    return numbers.sorted { one, other in
      one.number == other.number
        ? one.id > other.id : (one.number < other.number) != isDescending
    }.map(\.id)
  }
}
