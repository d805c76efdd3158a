import Migration

extension English {
  func words(_ finding: StoreFinding) -> String {
    switch finding {
    case .listed(let place, let entries):
      "\(place) may be listed; \(entries == 1 ? "1 entry" : "\(entries) entries")"
    case .unlisted(let place, let reason): "\(place) cannot be listed: \(reason)"
    case .connections(let answered, let count, let slowest):
      words(Finding.connections(answered: answered, of: count, slowest: slowest))
    case .written(let bytes): "an object of \(bytes) bytes was put, read back and deleted"
    case .unwritable(let reason): "nothing may be put: \(reason)"
    case .unreadable(let reason): "what was put cannot be read back: \(reason)"
    case .altered: "what was put came back as something else"
    case .left(let name, let reason): "\(name) was put and cannot be deleted: \(reason)"
    case .clock(let ahead): words(Finding.clock(ahead: ahead))
    }
  }

  func advice(on finding: StoreFinding) -> String? {
    switch finding {
    case .listed, .written: nil
    case .unlisted: "check the place, the keys and the network"
    case .connections(let answered, let count, let slowest):
      advice(on: Finding.connections(answered: answered, of: count, slowest: slowest))
    case .unwritable: "it does as a source; for a destination, give the keys the right to write"
    case .unreadable: "give the keys the right to read"
    case .altered: "ask its operator what lies between"
    case .left: "delete it by hand"
    case .clock(let ahead): advice(on: Finding.clock(ahead: ahead))
    }
  }
}
