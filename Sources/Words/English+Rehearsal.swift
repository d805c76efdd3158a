package import Migration

extension English {
  package func words(_ reason: Rehearsal.Reason) -> String {
    switch reason {
    case .noKeys: "not counted: the keys of the source are not at hand"
    case .listFile: "not counted: a list file names the objects, and only the service reads it"
    case .otherMachine: "not counted: it is on the machine of the service"
    case .provider(let provider):
      "not counted: neither this version of the API nor this machine lists buckets of \(provider)"
    case .noDates: "not counted: the lists of the service do not say when objects were changed"
    case .noListing: "not counted: the service does not list buckets"
    case .temporaryKeys: "not counted: the lists of the service take no temporary keys"
    case .noProgram(let fault): "not counted: \(words(fault))"
    }
  }

  package func words(_ part: Rehearsal.Unchecked) -> String {
    switch part {
    case .service: "what only the service knows, such as its quotas"
    case .sourceKeys: "whether the keys open the source"
    case .destinationKeys: "whether the keys open the destination"
    }
  }

  package func words(_ lister: Rehearsal.Lister) -> String {
    switch lister {
    case .here: "listed from this machine"
    case .service: "listed by the service"
    }
  }
}
