import TestSupport
import FoundationEssentials

@testable import Migration

extension VectorCalls {
  /// The tasks of the vectors about creation in v1.
  static let v1Creations: [String: NewTask] = {
    var tasks: [String: NewTask] = [:]
    let plain = photos(["2023/"], threads: 20)
    for name in [
      "create-error-daily-quota", "create-error-waiting-quota", "create-error-missing-node",
      "create-error-not-json", "create-error-path-not-empty", "create-error-type-mismatch",
    ] {
      tasks[name] = plain
    }
    tasks["create-error-description"] = plain.with { $0.settings.description = "a <b> c" }
    tasks["create-error-thread-num"] = plain.with { $0.settings.threads = 51 }
    tasks["create-error-bandwidth-count"] = plain.with {
      $0.settings.bandwidth = (0..<6).map {
        BandwidthWindow(start: "0\($0):00", end: "0\($0):30", maxBandwidth: 5_242_880)
      }
    }
    tasks["create-error-bandwidth-overlap"] = plain.with {
      $0.settings.bandwidth = [
        BandwidthWindow(start: "00:00", end: "08:00", maxBandwidth: 5_242_880),
        BandwidthWindow(start: "08:00", end: "12:00", maxBandwidth: 6_242_880),
      ]
    }
    tasks["create-error-bandwidth-range"] = plain.with {
      $0.settings.bandwidth = [BandwidthWindow(start: "00:00", end: "23:59", maxBandwidth: 1000)]
    }
    tasks["create-error-bandwidth-time"] = plain.with {
      $0.settings.bandwidth = [
        BandwidthWindow(start: "24:00", end: "25:10", maxBandwidth: 5_242_880)
      ]
    }
    tasks["create-object-key-as-object"] = photos(["2023/", "2024/", "index.html"], threads: 20)
      .with { $0.settings.description = "move holiday photos" }
    tasks["create-object-key-as-string"] = photos(["2023/"], threads: 50).with {
      $0.source.provider = ""
      $0.destination.provider = ""
      $0.destination.keys = ["/"]
      $0.settings.isEncrypted = true
    }
    tasks["create-prefix"] = photos(["img_", "raw/2022-"], threads: 10).with { $0.kind = .prefix }
    tasks["create-tencent-app-id"] = photos(["clips/"], threads: 15).with {
      $0.source.provider = "Tencent"
      $0.source.region = "ap-beijing"
      $0.source.bucket = "cos-media"
      $0.settings.appID = "1250000000"
    }
    tasks["create-whole-bucket-empty-keys"] = photos([], threads: 50).with {
      $0.destination.keys = ["/"]
      $0.settings.recordsFailedObjects = false
    }
    tasks["create-list-file"] = photos([], threads: 30).with {
      $0.kind = .list
      $0.settings.listFile = ListFile(bucket: "photo-lists", key: "lists/spring.txt")
      $0.settings.changedSince = Date(timeIntervalSince1970: 1_704_067_200)
      $0.settings.recordsFailedObjects = true
      $0.notification = NotificationRequest(
        topicURN: "urn:smn:region-x:\(VectorFile.project):oms-news", onSuccess: true,
        onFailure: true, language: "en-us")
    }
    tasks["create-url-list"] = photos([], threads: 5).with {
      $0.kind = .urlList
      $0.source = StorageLocation(provider: "URLSource")
      $0.destination.provider = ""
      $0.destination.keys = ["web/"]
      $0.keys.source = nil
      $0.settings.listFile = ListFile(bucket: "photo-lists", key: "lists/urls.txt")
    }
    tasks["create-cdn-bandwidth-restore"] = photos(["video/"], threads: 50).with {
      $0.settings.restoresArchived = true
      $0.settings.sourceDomain = SourceDomain(
        domain: "cdn.pictures.example", scheme: "https", authentication: "ALIYUN_OSS_A")
      $0.keys.sourceDomain = Secret("FAKECDNKEY")
      $0.settings.bandwidth = [
        BandwidthWindow(start: "00:00", end: "07:59", maxBandwidth: 104_857_600),
        BandwidthWindow(start: "08:00", end: "19:59", maxBandwidth: 5_242_880),
        BandwidthWindow(start: "20:00", end: "23:59", maxBandwidth: 10_737_418_240),
      ]
    }
    return tasks
  }()

  private static func photos(_ chosen: [String], threads: Int) -> NewTask {
    var settings = TaskSettings()
    settings.threads = threads
    return NewTask(
      source: StorageLocation(
        provider: "Aliyun", region: "oss-cn-hangzhou", bucket: "holiday-photos", keys: chosen),
      destination: StorageLocation(
        provider: "HEC", region: "region-x", bucket: "photo-archive", keys: ["incoming/"]),
      keys: keys, settings: settings)
  }
}

extension NewTask {
  /// A copy with a change.
  func with(_ change: (inout NewTask) -> Void) -> NewTask {
    var copy = self
    change(&copy)
    return copy
  }
}
