import TestSupport
import Testing

/// The comparison that the vectors rely on must see what is lost.
struct WireComparisonTests {
  @Test(
    arguments: [
      (#"{"a":1}"#, "{}"), (#"{"a":1}"#, #"{"a":2}"#), (#"{"a":[1,2]}"#, #"{"a":[1]}"#),
      (#"{"a":{"b":"x"}}"#, #"{"a":{"b":"y"}}"#), (#"{"a":null}"#, #"{"a":5}"#),
      (#"{"a":false}"#, "{}"), (#"{"a":0.5}"#, #"{"a":0.25}"#), ("[1,2]", "[2,1]"),
      (#"{"a":"{\"result\":true}"}"#, #"{"a":{"result":false}}"#),
    ] as [(String, String)])
  func `a difference is found`(answer: String, echo: String) throws {
    let found = WireComparison.differences(answer: try JSON(answer), echo: try JSON(echo))
    #expect(!found.isEmpty)
  }

  @Test(
    arguments: [
      (#"{"a":""}"#, "{}"), (#"{"a":"7"}"#, #"{"a":7}"#), (#"{"a":[""]}"#, "{}"),
      (#"{"a":{"path":"","keys":["x"]}}"#, #"{"a":"x"}"#), (#"{"a":1.0}"#, #"{"a":1}"#),
      (#"{"a":"{\"result\":true}"}"#, #"{"a":{"result":true}}"#), (#"{"a":1}"#, #"{"a":1,"b":2}"#),
    ] as [(String, String)])
  func `two ways to say the same are no difference`(answer: String, echo: String) throws {
    #expect(WireComparison.differences(answer: try JSON(answer), echo: try JSON(echo)) == [])
  }
}
