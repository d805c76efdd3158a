import TestSupport
import Foundation
import Testing

@testable import MigrationService

/// What `ferry create` sends to a service of v2.
struct V2CreateTests {
  private static let places = ["--from", "aws://photos?region=eu-1", "--to", "obs://b?region=r"]
  private static let sourceKeys = #""ak": "SOURCE-KEY", "sk": "source-secret""#
  private static let destination = """
    {"region": "r", "bucket": "b", "ak": "DESTINATION-KEY", "sk": "destination-secret"}
    """

  @Test(
    arguments: [
      (
        places,
        """
        {"task_type": "object", "dst_node": \(destination),
         "src_node": {"cloud_type": "AWS", "region": "eu-1", "bucket": "photos", \(sourceKeys),
                      "object_key": [""]}}
        """
      ),
      (
        places + ["--type", "prefix", "--key", "2023", "2024"],
        """
        {"task_type": "prefix", "dst_node": \(destination),
         "src_node": {"cloud_type": "AWS", "region": "eu-1", "bucket": "photos", \(sourceKeys),
                      "object_key": ["2023", "2024"]}}
        """
      ),
      (
        places + ["--type", "list", "--list-file", "lists/photos.txt"],
        """
        {"task_type": "list", "dst_node": \(destination),
         "src_node": {"cloud_type": "AWS", "region": "eu-1", "bucket": "photos", \(sourceKeys),
                      "list_file": {"obs_bucket": "lists", "list_file_key": "photos.txt"}}}
        """
      ),
      (
        [
          "--to", "obs://b?region=r", "--type", "url_list", "--list-file", "lists/u", "--check",
          "none",
        ],
        """
        {"task_type": "url_list", "dst_node": \(destination), "consistency_check": "no_check",
         "src_node": {"cloud_type": "URLSource",
                      "list_file": {"obs_bucket": "lists", "list_file_key": "u"}}}
        """
      ),
      (
        [
          "--from", "aws://photos/2024/?region=eu-1", "--to", "obs://b/in?region=r",
          "--description", "holiday (2024)", "--bandwidth", "08:00-18:59=20MiB",
          "19:00-23:59=1MiB", "--since", "2024-01-31", "--overwrite", "checksum",
          "--storage-class", "deep-archive", "--check", "checksum", "--priority", "high",
          "--metadata", "--restore",
        ],
        """
        {"task_type": "object", "description": "holiday (2024)", "migrate_since": 1706659200,
         "bandwidth_policy": [{"start": "08:00", "end": "18:59", "max_bandwidth": 20971520},
                              {"start": "19:00", "end": "23:59", "max_bandwidth": 1048576}],
         "object_overwrite_mode": "CRC64_COMPARISON_OVERWRITE", "consistency_check": "crc64",
         "dst_storage_policy": "DEEP_ARCHIVE", "task_priority": "HIGH",
         "enable_metadata_migration": true, "enable_restore": true,
         "src_node": {"cloud_type": "AWS", "region": "eu-1", "bucket": "photos", \(sourceKeys),
                      "object_key": ["2024/"]},
         "dst_node": {"region": "r", "bucket": "b", "save_prefix": "in/",
                      "ak": "DESTINATION-KEY", "sk": "destination-secret"}}
        """
      ),
    ])
  func `all that was chosen arrives, and nothing else`(
    arguments: [String], body: String
  ) async throws {
    try await V2Session.with([ServedTask(41, "other", status: 5)]) { session in
      let outcome = try await session.ferry(["create"] + arguments)
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(outcome.output == "42\n")
      #expect(await session.service.changes == ["POST tasks"])
      let order = try #require(await session.service.seen.first { $0.call == "POST tasks" })
      #expect(try order.body == JSON(body))
    }
  }

  @Test func `what was chosen is shown again, and found in the history`() async throws {
    try await V2Session.with { session in
      let created = try await session.ferry(
        ["create"] + Self.places + [
          "--since", "2024-01-31", "--overwrite", "never", "--bandwidth", "20MiB",
          "--storage-class", "infrequent", "--priority", "low",
        ])
      #expect(created.status == 0, "\(created.error)")
      let id = created.output.trimmingCharacters(in: .whitespacesAndNewlines)
      let shown = try await session.ferry("show", id).output
      let history = try await session.home.ferry("history", "--task", id).output
      for words in [
        "2024-01-31T00:00:00Z", "never", "infrequent", "low", "00:00-23:59: 20.0 MiB/s",
      ] {
        #expect(shown.contains(words), "\(words)")
        #expect(history.contains(words), "\(words)")
      }
    }
  }

  @Test(
    arguments: [
      (["--description", "a^b"], "OMS.0078"), (["--bandwidth", "1GiB"], "OMS.0084"),
    ])
  func `what only v1 takes is refused in one line`(
    arguments: [String], code: String
  ) async throws {
    try await V2Session.with { session in
      let outcome = try await session.ferry(["create"] + Self.places + arguments)
      #expect(outcome.status == 1)
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
      #expect(outcome.error.contains(code), "\(outcome.error)")
      #expect(outcome.output.isEmpty)
    }
  }

  @Test(
    arguments: [
      (["--overwrite", "never"], "when objects are replaced"),
      (["--storage-class", "archive"], "a storage class"),
      (["--check", "checksum"], "how copies are checked"),
      (["--priority", "high", "--metadata"], "whether metadata is moved and a priority"),
    ])
  func `what only v2 takes is refused by v1 in one line`(
    arguments: [String], words: String
  ) async throws {
    try await V2Session.with { session in
      let outcome = try await session.ferry(["create"] + Self.places + arguments, api: "v1")
      #expect(outcome.status == 1)
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
      #expect(outcome.error.contains("API v1 cannot say \(words)"), "\(outcome.error)")
      #expect(outcome.error.contains("nothing was sent"))
      #expect(await session.service.changes.isEmpty)
    }
  }
}
