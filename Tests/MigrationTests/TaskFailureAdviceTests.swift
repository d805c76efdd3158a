import Testing

@testable import Migration

struct TaskFailureAdviceTests {
  @Test(arguments: [
    ([1, 2, 3, 4, 5, 6, 7, 61, 62, 157, 159, 9002], TaskFailure.Restart.now),
    ([8, 9, 10, 12, 13, 58, 59, 155, 156, 158, 9003], .afterCheck),
    (
      [
        14, 16, 17, 18, 19, 51, 52, 54, 55, 56, 57, 60, 151, 152, 153, 154, 160, 201, 202, 301,
        9001,
      ],
      .afterChange
    ),
    ([11, 15, 53], .never),
  ])
  func `a reason says whether a restart makes sense`(
    numbers: [Int], restart: TaskFailure.Restart
  ) {
    for number in numbers {
      let digits = String(number)
      let code = "TRF." + String(repeating: "0", count: 4 - digits.count) + digits
      let first = TaskFailure(code: code, message: "", toldBy: .v1)
      #expect(first.meaning?.restart == restart, "\(code)")
      #expect(first.meaning == TaskFailure(code: code, message: "", toldBy: .v2).meaning)
    }
  }

  @Test(arguments: [
    ("TRF.0063", APIGeneration.v1, TaskFailure.Cause.archiveNotRestored),
    ("TRF.0063", .v2, .balanceTooLow), ("TRF.0064", .v1, .notRestoredYet),
  ])
  func `two codes mean something else in each version`(
    code: String, version: APIGeneration, cause: TaskFailure.Cause
  ) {
    #expect(TaskFailure(code: code, message: "", toldBy: version).meaning?.cause == cause)
  }

  @Test func `0064 is unknown in v2`() {
    #expect(TaskFailure(code: "TRF.0064", message: "", toldBy: .v2).meaning == nil)
  }

  @Test(arguments: ["", "TRF", "TRF.", "TRF.9999", "OMS.0001", "0001", "TRF.99999999999999999999"])
  func `an unknown reason has no meaning`(code: String) {
    #expect(TaskFailure(code: code, message: "").meaning == nil)
  }

  @Test(arguments: [
    ("OMS.0156", NotificationOutcome.Trouble.service), ("0157", .noTopic),
    ("S3M.0158", .notPermitted), ("OMS.0159", .ownTrouble), ("OMS.0160", .ownTrouble),
    ("OMS.0161", .network), ("OMS.0168", .otherRegion), ("OMS.0169", .noTopicOrNotPermitted),
    ("", .unknown), ("OMS.9999", .unknown),
  ])
  func `why a message was not delivered is known by its code`(
    code: String, trouble: NotificationOutcome.Trouble
  ) {
    let outcome = NotificationOutcome(isDelivered: false, errorCode: code, topic: "t")
    #expect(outcome.trouble == trouble)
  }

  @Test func `a message that was delivered has no trouble`() {
    #expect(NotificationOutcome(isDelivered: true, errorCode: "", topic: "t").trouble == nil)
  }
}
