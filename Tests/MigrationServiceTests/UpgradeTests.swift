import Foundation
import GRDB
import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// Databases of other versions.
struct UpgradeTests {
  @Test func `a database of the first version is taken up with all that is in it`() async throws {
    try await TemporaryDirectory.with { directory in
      let file = directory.path.appending("service.db").string
      do {
        let queue = try DatabaseQueue(path: file)
        try TaskSchema.migrator(papers: directory.path).migrate(queue, upTo: "tasks")
        try await queue.write { db in
          try db.execute(
            sql: """
              INSERT INTO task VALUES (7, 'p', 'n', 4, 'object', 'AWS', 'r', 'b', '["a"]', 'S3',
                'http://h', 'c', 'd/', 3, 'words', '[]', NULL, ?, 1, 2, 3, 4, 5, NULL, 6, 5, 1, 0,
                7, 8, 9, 1, 'TRF.0062', 'no', 1, NULL);
              """,
            arguments: [try JSONText.text(of: ShownSettings())])
          try db.execute(sql: "INSERT INTO failed_object VALUES (7, 0, 'z')")
          try db.execute(sql: "INSERT INTO deletion VALUES (9, 'p', 'gone', 1)")
        }
        try queue.close()
      }
      let store = try TaskStore(directory: directory.path)
      let task = try #require(try store.task(TaskID(rawValue: 7)))
      #expect(task.state == .failed)
      #expect(task.progress.objects == ObjectCounts(total: 6, succeeded: 5, failed: 1))
      #expect(!task.isConfined)
      #expect(task.definition.source.keys == ["a"])
      #expect(task.queuedAt == Date(milliseconds: 1))
      #expect(task.unmoved == UnmovedLists(run: 2, failed: 1))
      let papers = TaskDirectories.parent(in: directory.path)
      let failed = UnmovedFile(
        .failed, in: TaskDirectories.directory(of: task.id, run: 2, in: papers))
      #expect(try failed.page(start: 0, limit: 10) == [UnmovedObject("z", "")])
      for version in APIGeneration.allCases {
        let answer = task.answerBytes(in: version, at: Date())
        #expect(try store.answers(to: [task.id], in: version) == [task.id: answer])
      }
      #expect(try store.index().state(of: task.id, in: "p") == .failed)
      #expect(try store.highestID() == TaskID(rawValue: 9))
      // What belongs to a task still goes with it.
      try store.commit([.remove(task, at: Date())])
      #expect(try store.answers(to: [task.id], in: .v2).isEmpty)
    }
  }

  @Test func `a database from before there were groups answers its tasks in both versions`()
    async throws
  {
    try await TemporaryDirectory.with { directory in
      // As that version wrote it, with the members of that time.
      let definition = """
        {"kind":"prefix","threads":4,"description":"words","bandwidth":[],
         "source":{"provider":"Local","region":"","bucket":"/from","keys":["a/"]},
         "destination":{"provider":"Local","region":"","bucket":"/to","keys":[]},
         "shown":{"isEncrypted":false,"restoresArchived":false,"recordsFailures":true}}
        """
      let story = """
        {"progress":{"objects":{"total":2,"succeeded":2,"failed":0,"skipped":0},"totalBytes":9,
         "realBytes":9,"completedBytes":9,"isScanned":true},"isConfined":false,
         "unmoved":{"run":1,"failed":0,"leftOut":0},
         "run":{"number":1,"elapsedBefore":[0,5000000000000000000],"earlier":{"none":{}}}}
        """
      do {
        let queue = try DatabaseQueue(path: directory.path.appending("service.db").string)
        try TaskSchema.migrator(papers: directory.path).migrate(queue, upTo: "lists")
        try await queue.write { db in
          try db.execute(
            sql: """
              INSERT INTO task (id, project, name, state, queued_at, definition, story)
              VALUES (7, 'p', 'from-to-1', 5, 1000, ?, ?);
              """, arguments: [definition, story])
          try db.execute(sql: "INSERT INTO answer (task, v1) VALUES (7, 'old')")
        }
        try queue.close()
      }
      let store = try TaskStore(directory: directory.path)
      let id = TaskID(rawValue: 7)
      let task = try #require(try store.task(id))
      #expect(task.group == nil && task.definition.choices == TransferChoices())
      #expect(task.run.elapsedBefore == .seconds(5))
      for version in APIGeneration.allCases {
        let answer = task.answerBytes(in: version, at: Date())
        #expect(try store.answers(to: [id], in: version) == [id: answer])
      }
      #expect(try await store.tasks(named: "from", of: "p") == [id])
      #expect(try store.priorities().isEmpty)
    }
  }

  @Test func `a database of a later version is refused and left as it is`() throws {
    try TemporaryDirectory.with { directory in
      try TaskStore(directory: directory.path).pool.write { db in
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('of tomorrow')")
      }
      #expect(throws: StoreProblem.laterVersion) { try TaskStore(directory: directory.path) }
    }
  }
}
