package import Migration

/// The statistics of a synchronisation task as v2 answers them.
package struct V2SyncStatistics: Decodable {
  package let statistics: SyncStatistics

  private enum CodingKeys: String, CodingKey {
    case id = "sync_task_id"
    case interval = "statistic_time_type"
    case series = "statistic_datas"
  }

  private struct Series: Decodable {
    let series: SyncStatistics.Series

    private enum CodingKeys: String, CodingKey {
      case data
      case kind = "data_type"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      guard let kind = SyncStatistics.Kind(rawValue: container.text(.kind)) else {
        throw DecodingError.dataCorruptedError(
          forKey: .kind, in: container, debugDescription: "a kind that no document knows")
      }
      let points = try container.decode(LenientList<Point>.self, forKey: .data).entries
      series = SyncStatistics.Series(kind: kind, points: points.map(\.point))
    }
  }

  private struct Point: Decodable {
    let point: SyncStatistics.Point

    private enum CodingKeys: String, CodingKey {
      case time = "time_stamp"
      case value = "statistic_num"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      // The documents name no unit here.
      guard let time = WireTime.date(ofSecondsOrMilliseconds: container.integer(.time)) else {
        throw DecodingError.dataCorruptedError(
          forKey: .time, in: container, debugDescription: "a point without a time")
      }
      point = SyncStatistics.Point(time: time, value: container.count(.value))
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let series = try container.decode(LenientList<Series>.self, forKey: .series).entries
    statistics = SyncStatistics(
      id: SyncTaskID(rawValue: container.text(.id)), interval: container.text(.interval),
      series: series.map(\.series))
  }
}
