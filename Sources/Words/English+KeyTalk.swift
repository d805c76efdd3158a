import Migration

extension English {
  package func words(_ talk: KeyTalk) -> String {
    switch talk {
    case .question(let thing, let owner, let isHidden):
      "\(capital(thing, owner))" + (isHidden ? " (not shown):" : ":")
    case .needsFile(let owner, let variable):
      "\(words(owner)) needs a key file; set \(variable) to its path"
    case .needsKeys(let owner, let variables?):
      "\(words(owner)) needs keys; set \(variables.joined(separator: " and ")), or name its store in config.yaml"
    case .needsKeys(let owner, nil): "\(words(owner)) needs keys; name its store in config.yaml"
    case .missing(let thing, let owner, let variable):
      "\(words(thing, owner)) is missing; set \(variable)"
    case .notGiven(.accessKey, let owner): "no keys for \(words(owner)); nothing was sent"
    case .notGiven(let thing, let owner):
      "\(words(thing, owner)) was not given; nothing was sent"
    }
  }

  private func words(_ owner: KeyTalk.Owner) -> String {
    let side =
      switch owner.side {
      case .source: "the source"
      case .destination: "the destination"
      }
    return side + (owner.store.map { " at \($0)" } ?? "")
  }

  private func words(_ thing: KeyTalk.Thing, _ owner: KeyTalk.Owner) -> String {
    switch thing {
    case .accessKey: "access key of \(words(owner))"
    case .secretKey: "secret key of \(words(owner))"
    case .connectionString: "connection string of \(words(owner))"
    case .token: "token of the temporary key of \(words(owner))"
    case .perhapsToken: "token of \(words(owner)), if its key is temporary"
    case .domainKey: "key of the source's domain"
    }
  }

  private func capital(_ thing: KeyTalk.Thing, _ owner: KeyTalk.Owner) -> String {
    let words = words(thing, owner)
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
