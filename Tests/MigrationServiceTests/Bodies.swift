/// Bodies of requests.
enum Bodies {
  /// The keys that a start brings.
  static let keys =
    #","source_ak":"NEWAK","source_sk":"NEWSK","target_ak":"NEWDAK","target_sk":"NEWDSK""#

  /// A source at Aliyun with these further members.
  static func source(_ members: String = #""object_key":"2023/""#) -> String {
    #"{"cloud_type":"Aliyun","region":"oss-cn-hangzhou","ak":"SRCAK","sk":"SRCSECRET","#
      + #""bucket":"holiday-photos",\#(members)}"#
  }

  /// A destination.
  static let destination =
    #"{"region":"region-x","ak":"DSTAK","sk":"DSTSECRET","object_key":"incoming/","#
    + #""bucket":"photo-archive","cloud_type":"HEC"}"#

  /// A creation, correct but for what is given.
  static func create(
    source: String = source(), destination: String = destination, threads: String = "20",
    more: String = ""
  ) -> String {
    #"{"src_node":\#(source),"dst_node":\#(destination),"enableKMS":false,"#
      + #""thread_num":\#(threads)\#(more)}"#
  }
}
