import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import OMSWire

struct WireWriterTests {
  private enum Member: String, WireMember {
    case first, second, third

    static let names = MemberNames<Member> { $0.rawValue }
  }

  private func text(_ write: (inout WireWriter) -> Void) -> String {
    String(decoding: WireBody(write).bytes, as: UTF8.self)
  }

  @Test func `members stand in the order in which they are written, with commas between them`() {
    let text = text { writer in
      writer.object(Member.self) { members in
        members.write(.third, 3)
        members.write(.first) { $0.list([1, 2]) { $0.value($1) } }
        members.write(.second) { writer in
          writer.list([true, false]) { writer, flag in
            writer.object(Member.self) { $0.write(.first, flag) }
          }
        }
      }
    }
    #expect(text == #"{"third":3,"first":[1,2],"second":[{"first":true},{"first":false}]}"#)
  }

  @Test func `what is not said leaves no trace`() {
    let text = text { writer in
      writer.object(Member.self) { members in
        members.write(.first, nil as String?)
        members.write(.second, nil as Int?)
        members.write(.third, words: "")
      }
    }
    #expect(text == "{}")
  }

  @Test(
    arguments: [
      (0, "0"), (1, "1"), (-2, "-2"), (0.5, "0.5"), (1e300, "1e+300"), (.infinity, "null"),
      (.nan, "null"),
    ] as [(Double, String)])
  func `a number is written so that it can be read`(number: Double, expected: String) {
    #expect(text { $0.value(number) } == expected)
  }

  @Test(arguments: ["", "a/b", "\"\\\u{0}\u{1F}\n\r\t\u{7F}", "照片😀", "\u{202E}\u{2028}"])
  func `any text is read again as it was written`(value: String) throws {
    let bytes = WireBody { $0.value(value) }.bytes
    #expect(try JSONValue(bytes) == .text(value))
    #expect(try JSONDecoder().decode(String.self, from: Data(bytes)) == value)
  }

  @Test func `secrets are noted as they are written`() {
    let body = WireBody { writer in
      writer.object(Member.self) { members in
        members.write(.first, "plain")
        members.write(.second) { writer in
          writer.object(Member.self) { $0.write(.first, Secret("hidden")) }
        }
        members.write(.third, Secret("dark"))
      }
    }
    #expect(body.secrets == [Secret("hidden"), Secret("dark")])
    #expect(String(decoding: body.bytes, as: UTF8.self).contains(#""first":"hidden""#))
  }
}
