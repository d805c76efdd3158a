import Migration

extension English {
  package func words(_ field: NewTaskField) -> String {
    switch field {
    case .from: "from"
    case .to: "to"
    case .description: "description"
    case .limit: "limit"
    }
  }

  package func words(_ talk: NewTaskTalk) -> String {
    switch talk {
    case .title: "New task"
    case .hint(.from): "local:/srv/photos, s3://BUCKET/PREFIX/?endpoint=URL, obs://BUCKET/?region=R"
    case .hint(.to): "the same; objects keep their keys below it"
    case .hint(.description): "your own words, if you like"
    case .hint(.limit): "none, or 20MiB, or 08:00-18:59=5MiB 19:00-23:59=50MiB"
    case .missing(let field):
      "Where the objects \(field == .to ? "go to" : "come from") is missing."
    case .copies: "as the task under the cursor"
    case .findingKeys: "looking for the keys of both sides"
    case .consequence:
      "It starts as soon as there is a place for it. An object that is there already is replaced when the "
        + "source has a newer one, or one of another size."
    case .agree: "Create the task"
    case .goBack: "Back"
    case .type(let answer): "Type \(answer) and Enter to create the task:"
    case .kept: "Nothing was sent; what was typed is kept, and c opens it again."
    case .creating: "Creating the task…"
    case .created(let task, let remark):
      ["created \(task.id) \(task.name)", remark.map(words)].compactMap(\.self)
        .joined(separator: comma)
    case .failed(let problem, let isKept):
      (problem.mayHaveHappened ? "Perhaps a task: " : "No task: ") + line(problem)
        + (isKept ? "; what was typed is kept behind c" : "")
    case .notCopied(let id): "These lines cannot say all of \(id); ferry create --like \(id) can."
    case .likeTask(let id, let kind): "\(kind.rawValue); all other settings are those of \(id)"
    case .closed: "Enter goes back to what was typed, Esc closes the form."
    }
  }
}
