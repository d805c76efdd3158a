package import Migration

/// The members of the statistics of a synchronisation task, on all levels.
private enum StatisticsMember: String, WireMember {
  case id = "sync_task_id"
  case interval = "statistic_time_type"
  case series = "statistic_datas"
  case kind = "data_type"
  case points = "data"
  case time = "time_stamp"
  case value = "statistic_num"

  static let names = MemberNames<StatisticsMember> { $0.rawValue }
}

extension WireForm<SyncStatistics> {
  /// The statistics of a synchronisation task.
  package static let statistics = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(StatisticsMember.self) else { return nil }
    var statistics = SyncStatistics(id: SyncTaskID(rawValue: ""), interval: "", series: [])
    var series: [SyncStatistics.Series]?
    while let member = try members.next(&reader) {
      switch member {
      case .id: statistics.id = SyncTaskID(rawValue: try reader.text() ?? "")
      case .interval: statistics.interval = try reader.text() ?? ""
      case .series: series = try reader.entries(WireForm<SyncStatistics.Series>.series.read)
      case .kind, .points, .time, .value: break
      }
    }
    guard let series = reader.required(series, .series, of: members) else { return nil }
    statistics.series = series
    return statistics
  } write: { statistics, writer in
    writer.object(StatisticsMember.self) { members in
      members.write(.id, statistics.id.rawValue)
      members.write(.interval, statistics.interval)
      members.write(.series) { writer in
        writer.list(statistics.series) { WireForm<SyncStatistics.Series>.series.write($1, &$0) }
      }
    }
  }
}

extension WireForm<SyncStatistics.Series> {
  /// One kind of numbers; one that no document knows is none.
  fileprivate static let series = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(StatisticsMember.self) else { return nil }
    var kind: SyncStatistics.Kind?
    var points: [SyncStatistics.Point]?
    while let member = try members.next(&reader) {
      switch member {
      case .kind: kind = try reader.words().flatMap(SyncStatistics.Kind.init)
      case .points: points = try reader.entries(WireForm<SyncStatistics.Point>.point.read)
      case .id, .interval, .series, .time, .value: break
      }
    }
    guard let kind = reader.required(kind, .kind, of: members),
      let points = reader.required(points, .points, of: members)
    else { return nil }
    return SyncStatistics.Series(kind: kind, points: points)
  } write: { series, writer in
    writer.object(StatisticsMember.self) { members in
      members.write(.kind, series.kind.rawValue)
      members.write(.points) { writer in
        writer.list(series.points) { WireForm<SyncStatistics.Point>.point.write($1, &$0) }
      }
    }
  }
}

extension WireForm<SyncStatistics.Point> {
  /// A number and its time, whose unit the documents do not name.
  fileprivate static let point = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(StatisticsMember.self) else { return nil }
    var point: SyncStatistics.Point?
    var value: Int64 = 0
    while let member = try members.next(&reader) {
      switch member {
      case .time:
        point = WireTime.date(ofSecondsOrMilliseconds: try reader.integer()).map {
          SyncStatistics.Point(time: $0, value: 0)
        }
      case .value: value = try reader.count()
      case .id, .interval, .series, .kind, .points: break
      }
    }
    guard var point = reader.required(point, .time, of: members) else { return nil }
    point.value = value
    return point
  } write: { point, writer in
    writer.object(StatisticsMember.self) { members in
      members.write(.time, WireTime.milliseconds(of: point.time))
      members.write(.value, point.value)
    }
  }
}
