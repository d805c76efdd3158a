import Foundation
import TestSupport
import Testing

/// Every setting of v2 as an option, and tasks that are made like others.
struct V2LikeTests {
  private static let places = ["--from", "aws://photos?region=eu-1", "--to", "obs://b?region=r"]

  private func body(
    of arguments: [String], environment: [String: String] = V2Session.keys, _ session: V2Session
  ) async throws -> JSON? {
    let outcome = try await session.ferry(["create"] + arguments, environment: environment)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(!(outcome.output + outcome.error).contains("secret"))
    return await session.service.seen.last { $0.call == "POST tasks" }?.body
  }

  @Test func `the rest of the settings arrives as well`() async throws {
    try await V2Session.with { session in
      let keys = V2Session.keys.merging(["FERRY_SOURCE_DOMAIN_KEY": "domain-secret"]) { $1 }
      let body = try await body(
        of: Self.places + [
          "--encrypt", "--no-failed-list", "--requester-pays", "--no-metadata", "--app-id", "77",
          "--source-domain", "https://cdn.example.com", "--source-domain-auth", "aliyun-b",
          "--notify", "urn:smn:r:p:ops", "--notify-on", "failure", "--notify-language", "zh-cn",
          "--notify-template", "short",
        ], environment: keys, session)
      #expect(body?["enable_kms"] == .bool(true))
      #expect(body?["enable_failed_object_recording"] == .bool(false))
      #expect(body?["enable_requester_pays"] == .bool(true))
      #expect(body?["enable_metadata_migration"] == .bool(false))
      #expect(body?["src_node"]?["app_id"] == .text("77"))
      #expect(
        try body?["source_cdn"]
          == JSON(
            """
            {"domain": "cdn.example.com", "protocol": "https",
             "authentication_type": "ALIYUN_OSS_B", "authentication_key": "domain-secret"}
            """))
      #expect(
        try body?["smn_config"]
          == JSON(
            """
            {"topic_urn": "urn:smn:r:p:ops", "trigger_conditions": ["FAILURE"],
             "language": "zh-cn", "message_template_name": "short"}
            """))
    }
  }

  @Test func `stores with other ways in are opened by theirs`() async throws {
    try await V2Session.with { session in
      let file = session.home.path("google.json")
      try Data(#"{"type":"service_account"}"#.utf8).write(to: URL(filePath: file))
      let keys = V2Session.keys.merging([
        "FERRY_SOURCE_CONNECTION_STRING": "azure-secret", "FERRY_SOURCE_AUTH_FILE": file,
        "FERRY_DESTINATION_TOKEN": "token-secret",
      ]) { $1 }
      let azure = try await body(
        of: ["--from", "azure://box?region=westeurope", "--to", "obs://b?region=r"],
        environment: keys, session)
      #expect(azure?["src_node"]?["connection_string"] == .text("azure-secret"))
      #expect(azure?["src_node"]?["ak"] == nil)
      #expect(azure?["dst_node"]?["security_token"] == .text("token-secret"))
      let google = try await body(
        of: ["--from", "google://box?region=us", "--to", "obs://b?region=r"], environment: keys,
        session)
      #expect(google?["src_node"]?["json_auth_file"] == .text(#"{"type":"service_account"}"#))
    }
  }

  @Test func `the number of list files goes with a list file`() async throws {
    try await V2Session.with { session in
      let body = try await body(
        of: Self.places + ["--type", "list", "--list-file", "lists/a", "--list-files", "3"],
        session)
      #expect(body?["src_node"]?["list_file"]?["list_file_num"] == .text("3"))
      let outcome = try await session.ferry(["create", "--list-files", "3"] + Self.places)
      #expect(outcome.status == 64 && outcome.error.contains("--list-file"))
    }
  }

  @Test func `a task like another takes over what is not given, and asks for new keys`()
    async throws
  {
    try await V2Session.with { session in
      _ = try await body(
        of: [
          "--from", "aws://photos/2024/?region=eu-1", "--to", "obs://b/in?region=r", "--type",
          "prefix", "--description", "holiday", "--bandwidth", "20MiB", "--overwrite", "never",
          "--priority", "high", "--metadata", "--since", "2024-01-31",
        ], session)
      let keys = V2Session.keys.merging(["FERRY_SOURCE_SK": "other-secret"]) { $1 }
      let body = try await body(
        of: ["--like", "226400111222001", "--description", "again", "--no-metadata"],
        environment: keys, session)
      #expect(
        try body
          == JSON(
            """
            {"task_type": "prefix", "description": "again", "migrate_since": 1706659200,
             "bandwidth_policy": [{"start": "00:00", "end": "23:59", "max_bandwidth": 20971520}],
             "object_overwrite_mode": "NO_OVERWRITE", "task_priority": "HIGH",
             "enable_metadata_migration": false,
             "src_node": {"cloud_type": "AWS", "region": "eu-1", "bucket": "photos",
                          "ak": "SOURCE-KEY", "sk": "other-secret", "object_key": ["2024/"]},
             "dst_node": {"region": "r", "bucket": "b", "save_prefix": "in/",
                          "ak": "DESTINATION-KEY", "sk": "destination-secret"}}
            """))
    }
  }

  @Test func `a task that is gone is known from the journal, and one that never was is not`()
    async throws
  {
    try await V2Session.with { session in
      _ = try await body(of: Self.places + ["--description", "kept"], session)
      let id = "226400111222001"
      _ = try await session.ferry("stop", id, "--yes", "--wait")
      let deleted = try await session.ferry("delete", id, "--stop-first", "--yes")
      #expect(deleted.status == 0, "\(deleted.error)")
      let body = try await body(of: ["--like", id], session)
      #expect(body?["description"] == .text("kept"))
      let never = try await session.ferry("create", "--like", "999")
      #expect(never.status == 1 && never.error.contains("999"), "\(never.error)")
    }
  }
}
