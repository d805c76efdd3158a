import TestSupport
import FoundationEssentials

@testable import Migration

extension VectorCalls {
  /// The tasks of the vectors about creation in v2.
  static let v2Creations: [String: NewTask] = {
    var tasks: [String: NewTask] = [:]
    let plain = results(["a"])
    tasks["task-create-defaults"] = plain
    tasks["task-create-error-quota"] = plain
    tasks["task-create-error-missing-dst"] = plain
    tasks["task-create-enable-kms-2020"] = plain.with { $0.settings.isEncrypted = true }
    tasks["task-create-error-bandwidth-low"] = plain.with {
      $0.settings.bandwidth = [
        BandwidthWindow(start: "00:00", end: "01:00", maxBandwidth: 1_048_575)
      ]
    }
    tasks["task-create-temporary-keys"] = plain.with {
      $0.keys = temporaryKeys
      $0.destination.keys = ["from-lab/"]
    }
    tasks["task-create-object"] = results(["2024/", "readme.txt"]).with {
      $0.settings.description = "lab results"
      $0.settings.recordsFailedObjects = true
      $0.settings.restoresArchived = false
    }
    tasks["task-create-prefix"] = results(["run_", "raw/2022-"]).with { $0.kind = .prefix }
    tasks["task-create-whole-bucket"] = results([]).with { $0.kind = .prefix }
    tasks["task-create-azure"] = results([]).with {
      $0.kind = .prefix
      $0.source = StorageLocation(provider: "Azure", region: "westeurope", bucket: "container1")
      $0.keys.source = StorageKeys(connectionString: Secret("FAKE-CONNECTION-STRING"))
    }
    tasks["task-create-google"] = plain.with {
      $0.source = StorageLocation(
        provider: "Google", region: "us", bucket: "gbucket", keys: ["x/"])
      $0.keys.source = StorageKeys(
        authFile: Secret(#"{"type":"service_account","project_id":"fake"}"#))
    }
    tasks["task-create-url-list"] = results([]).with {
      $0.kind = .urlList
      $0.source = StorageLocation(provider: "URLSource")
      $0.keys.source = nil
      $0.settings.listFile = ListFile(bucket: "lab-lists", key: "urls.txt")
    }
    tasks["task-create-list"] = list
    tasks["task-create-everything"] = everything
    return tasks
  }()

  private static let list = results([]).with {
    $0.kind = .list
    $0.settings.listFile = ListFile(bucket: "lab-lists", key: "june.txt")
    $0.settings.changedSince = Date(timeIntervalSince1970: 1_717_200_000)
    $0.settings.bandwidth = [
      BandwidthWindow(start: "00:00", end: "23:59", maxBandwidth: 20_971_520)
    ]
    $0.settings.sourceDomain = SourceDomain(
      domain: "cdn.lab.example", scheme: "https", authentication: "ALIYUN_OSS_A")
    $0.keys.sourceDomain = Secret("FAKECDNKEY")
    $0.notification = NotificationRequest(
      topicURN: "urn:smn:region-x:\(VectorFile.project):lab", onSuccess: true, onFailure: true,
      language: "en-us")
  }

  private static let everything = results([]).with {
    $0.kind = .list
    $0.destination.keys = ["p/"]
    $0.settings.appID = "1250000000"
    $0.settings.listFile = ListFile(bucket: "lab-lists", key: "l.txt", count: "1")
    $0.settings.description = "all"
    $0.settings.sourceDomain = SourceDomain(
      domain: "cdn.lab.example", scheme: "http", authentication: "NONE")
    $0.settings.movesMetadata = true
    $0.settings.restoresArchived = true
    $0.settings.recordsFailedObjects = false
    $0.settings.overwriteMode = "CRC64_COMPARISON_OVERWRITE"
    $0.settings.storageClass = "SRC_STORAGE_MAPPING"
    $0.settings.consistencyCheck = "crc64"
    $0.settings.requesterPays = true
    $0.settings.priority = "HIGH"
    $0.notification = NotificationRequest(
      topicURN: "urn:smn:region-x:\(VectorFile.project):lab", onSuccess: false, onFailure: true,
      language: "zh-cn", template: "tpl1")
  }

  private static func results(_ chosen: [String]) -> NewTask {
    NewTask(
      source: StorageLocation(
        provider: "AWS", region: "eu-central-1", bucket: "lab-results", keys: chosen),
      destination: StorageLocation(region: "region-x", bucket: "lab-archive"), keys: keys)
  }
}
