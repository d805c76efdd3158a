import Migration

extension Chinese {
  func words(_ finding: StoreFinding) -> String {
    switch finding {
    case .listed(let place, let entries): "\(place) 可以列举；有 \(entries) 项"
    case .unlisted(let place, let reason): "\(place) 无法列举：\(reason)"
    case .connections(let answered, let count, let slowest):
      words(Finding.connections(answered: answered, of: count, slowest: slowest))
    case .written(let bytes): "写入了一个 \(bytes) 字节的对象，读回后已删除"
    case .unwritable(let reason): "不能写入：\(reason)"
    case .unreadable(let reason): "写入的对象无法读回：\(reason)"
    case .altered: "写入的对象读回时变了"
    case .left(let name, let reason): "写入的 \(name) 无法删除：\(reason)"
    case .clock(let ahead): words(Finding.clock(ahead: ahead))
    }
  }

  func advice(on finding: StoreFinding) -> String? {
    switch finding {
    case .listed, .written: nil
    case .unlisted: "请检查位置、密钥和网络"
    case .connections(let answered, let count, let slowest):
      advice(on: Finding.connections(answered: answered, of: count, slowest: slowest))
    case .unwritable: "它可以作为源端；作为目的端时，请给密钥写权限"
    case .unreadable: "请给密钥读权限"
    case .altered: "请询问其运营者中间有什么"
    case .left: "请手动删除它"
    case .clock(let ahead): advice(on: Finding.clock(ahead: ahead))
    }
  }
}
