import TestSupport

@testable import Migration

extension WireEcho {
  static func v2(_ task: SyncTask) -> JSON {
    var members: [String: JSON] = [
      "sync_task_id": .text(task.id.rawValue), "status": .text(task.state.wireWord),
      "src_cloud_type": .text(task.source.provider), "src_region": .text(task.source.region),
      "src_bucket": .text(task.source.bucket), "dst_region": .text(task.destination.region),
      "dst_bucket": .text(task.destination.bucket), "create_time": milliseconds(task.createdAt),
      "last_start_time": milliseconds(task.lastStartedAt),
      "app_id": optional(task.settings.appID),
    ]
    if let month = task.month {
      members["monthly_acceptance_request"] = .integer(month.requests)
      members["monthly_success_object"] = .integer(month.objects.succeeded)
      members["monthly_failure_object"] = .integer(month.objects.failed)
      members["monthly_skip_object"] = .integer(month.objects.skipped)
      members["monthly_size"] = .integer(month.bytes.rawValue)
    }
    members.merge(v2(task.settings, TaskOutcome())) { one, _ in one }
    return .object(members)
  }

  static func v2(_ page: SyncTaskPage) -> JSON {
    .object([
      "tasks": .list(page.tasks.map(v2)), "count": .integer(Int64(page.total ?? -1)),
    ])
  }

  static func v2(_ statistics: SyncStatistics) -> JSON {
    let series: [JSON] = statistics.series.map { series in
      let points: [JSON] = series.points.map {
        .object(["time_stamp": milliseconds($0.time), "statistic_num": .integer($0.value)])
      }
      return .object(["data_type": .text(series.kind.rawValue), "data": .list(points)])
    }
    return .object([
      "sync_task_id": .text(statistics.id.rawValue),
      "statistic_time_type": .text(statistics.interval), "statistic_datas": .list(series),
    ])
  }

  static func v2(_ listing: ObjectListing) -> JSON {
    let records: [JSON] = listing.objects.map {
      .object(["name": .text($0.key), "size": .text($0.size.map { "\($0.rawValue)" } ?? "--")])
    }
    return .object([
      "next_page": .bool(listing.nextMarker != nil), "next_marker": optional(listing.nextMarker),
      "records": .list(records),
    ])
  }

  static func v2(_ bucket: BucketRegion) -> JSON {
    .object([
      "id": .text(bucket.region.id), "name": .text(bucket.region.name),
      "support": .bool(bucket.isSupported),
    ])
  }

  static func v2(_ check: SourceDomainCheck) -> JSON {
    let objects: [JSON] = check.objects.map {
      .object([
        "key": .text($0.key), "is_etag_matching": .bool($0.isSame),
        "is_object_existing": .bool($0.exists),
      ])
    }
    return .object([
      "is_same_cloud_type": .bool(check.isSameProvider),
      "is_download_available": .bool(check.isReadable), "checked_keys": .list(objects),
    ])
  }

  static func v2(_ providers: [ProviderRegions]) -> JSON {
    .list(
      providers.map { provider in
        let regions: [JSON] = provider.regions.map {
          .object([
            "cloud_type": .text(provider.provider), "value": .text($0.id),
            "description": .text($0.name),
          ])
        }
        return .object([
          "service_name": .text(provider.provider), "region_list": .list(regions),
        ])
      })
  }
}
