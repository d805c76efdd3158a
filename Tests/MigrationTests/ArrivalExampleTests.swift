import Testing

@testable import Migration

struct ArrivalExampleTests {
  private func task(
    _ from: String, _ to: String, kind: TaskKind = .object, keys: [String]? = nil
  ) throws -> NewTask {
    var task = NewTask(
      kind: kind, source: try StorageLocation(from), destination: try StorageLocation(to),
      keys: TransferKeys())
    if let keys { task.source.keys = keys }
    return task
  }

  @Test(
    arguments: [
      (
        "local:/srv/photos", "s3://archive?endpoint=http://h", nil,
        "/srv/photos/a.jpg → archive/a.jpg"
      ),
      (
        "local:/srv/photos/", "obs://archive/in/?region=r", nil,
        "/srv/photos/a.jpg → archive/in/a.jpg"
      ),
      ("aws://b/photos/?region=r", "local:/to", nil, "b/photos/a.jpg → /to/photos/a.jpg"),
      ("aws://b/photos/x.png?region=r", "local:/to", nil, "b/photos/x.png → /to/photos/x.png"),
      ("aws://b?region=r", "local:/to", ["one", "two"], "b/one → /to/one"),
      ("aws://b?region=r", "local:/to", ["", "/"], "b/a.jpg → /to/a.jpg"),
      ("rclone:mine:", "rclone:mine:x/y/", nil, "mine:a.jpg → mine:x/y/a.jpg"),
    ] as [(String, String, [String]?, String)])
  func `one object is shown from where it is to where it arrives`(
    from: String, to: String, keys: [String]?, line: String
  ) throws {
    #expect(ArrivalExample(try task(from, to, keys: keys))?.line == line)
  }

  @Test func `a beginning of names is no folder`() throws {
    let prefix = try task("aws://b?region=r", "local:/to", kind: .prefix, keys: ["IMG_"])
    #expect(ArrivalExample(prefix)?.line == "b/IMG_a.jpg → /to/IMG_a.jpg")
  }

  @Test(arguments: [
    ("local:/to", "/srv/photos/x.png → /to/x.png"),
    ("s3://archive/in/?endpoint=http://h", "/srv/photos/x.png → archive/in/x.png"),
  ])
  func `a path to a file is the one object itself`(to: String, line: String) throws {
    let file = try task("local:/srv/photos/x.png", to)
    #expect(ArrivalExample(file, sourceIsObject: true)?.line == line)
  }

  @Test func `of a list of addresses nobody knows the names`() throws {
    #expect(ArrivalExample(try task("aws://b?region=r", "local:/to", kind: .urlList)) == nil)
  }
}
