import FoundationEssentials
import TestSupport

extension V2Service {
  /// Answers questions about providers, regions, buckets and objects: section 7 of the reference.
  func reply(to order: Order, aboutStorage parts: [String]) throws -> Reply {
    switch (order.method, parts) {
    case ("GET", ["cloud-type"]):
      return try Reply(order.query["type"] == "src" ? ["AWS", "Aliyun"] : ["HuaweiCloud"])
    case ("GET", ["data-center"]):
      return Reply(
        body: Array(
          #"""
          [{"service_name": "AWS", "region_list":
            [{"cloud_type": "AWS", "value": "eu-1", "description": "Europe"}]}]
          """#.utf8))
    case ("POST", ["buckets"]):
      try checkKeys(order)
      return try Reply(contents.keys.sorted())
    case ("POST", ["buckets", "regions"]):
      try checkKeys(order)
      struct Region: Encodable {
        var id = "eu-1"
        var name = "Europe"
        var support = true
      }
      _ = try bucket(order)
      return try Reply(Region())
    case ("POST", ["buckets", "objects"]):
      try checkKeys(order)
      return try objects(order)
    case (_, _): throw Refusal.noSuchPath
    }
  }

  private func checkKeys(_ order: Order) throws {
    guard order.json?["ak"] == .text("SOURCE-KEY"),
      order.json?["sk"] == .text("source-secret")
    else { throw Refusal(code: "OMS.0152", message: "The bucket cannot be read.") }
  }

  private func bucket(_ order: Order) throws -> [String: Int64] {
    guard case .text(let name)? = order.json?["bucket_name"], let bucket = contents[name] else {
      throw Refusal(code: "OMS.0155", message: "There is no such bucket.")
    }
    return bucket
  }

  /// One page of a folder; a folder in it has two hyphens for a size.
  private func objects(_ order: Order) throws -> Reply {
    struct Page: Encodable {
      struct Record: Encodable {
        var name: String
        var size: String
      }
      var nextPage: Bool
      var nextMarker: String?
      var records: [Record]
    }
    guard case .text(let folder)? = order.json?["file_path"],
      case .text(let marker)? = order.json?["behind_filename"],
      folder.isEmpty || folder.hasSuffix("/")
    else { throw Refusal(code: "OMS.1010", message: "The parameters are malformed.") }
    var entries: [String: String] = [:]
    for (key, size) in try bucket(order) where key.hasPrefix(folder) {
      let rest = key.dropFirst(folder.count)
      if let slash = rest.firstIndex(of: "/") {
        entries[folder + rest[...slash]] = "--"
      } else {
        entries[key] = String(size)
      }
    }
    // Small pages, so that there are several.
    let rest = entries.keys.sorted().filter { $0 > marker }
    let page = rest.prefix(2)
    return try Reply(
      Page(
        nextPage: rest.count > page.count, nextMarker: page.last,
        records: page.map { .init(name: $0, size: entries[$0] ?? "--") }))
  }
}
