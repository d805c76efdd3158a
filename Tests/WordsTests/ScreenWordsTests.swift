import Testing

@testable import Migration
@testable import Words

/// What the screen says in each language.
struct ScreenWordsTests {
  @Test(arguments: CommandName.allCases)
  func `what a command does is told in each language`(name: CommandName) {
    let (english, chinese) = (English().words(name), Chinese().words(name))
    #expect(!english.isEmpty && english.count <= 36 && !english.hasChinese)
    #expect(chinese.hasChinese)
    #expect((English().hint(name) == nil) == (Chinese().hint(name) == nil))
  }

  @Test(arguments: ScreenWord.allCases)
  func `what is always the same is told in each language`(word: ScreenWord) {
    #expect(!English().words(word).isEmpty && !English().words(word).hasChinese)
    #expect(Chinese().words(word).hasChinese)
  }

  @Test(arguments: LimitTalk.allCases)
  func `what the form for limits says is told in each language`(talk: LimitTalk) {
    #expect(!English().words(talk).hasChinese && Chinese().words(talk).hasChinese)
  }

  @Test(arguments: Elsewhere.allCases)
  func `what is done in a shell is told in each language, with the same command`(part: Elsewhere) {
    let (english, chinese) = (English().words(part), Chinese().words(part))
    #expect(!english.hasChinese && chinese.hasChinese)
    #expect(english.contains("ferry ") && chinese.contains("ferry "))
  }

  @Test(arguments: [
    ScreenTalk.matchesNothing("x"), .silent(profile: "p"), .reading(profile: "p"),
    .unread(nil, "r"), .unread(3, "r"), .refreshing(every: "5s"), .missing(.sourceSecret),
    .noTask(.stop), .results(.stop, good: 1, of: 2), .ended(.stop, id: "1", name: "a", "b"),
    .sorting(by: .name),
    .resultTitle(.stop, good: 1, of: 2), .tasks(2), .more(2), .leftAlone(2), .soFar(2),
    .shown(1, of: 2), .shown(nil, of: 2), .inRange(2), .notPossible("r"),
    .type(.delete, answer: "2"), .question(.stop, 1), .question(.stop, 2),
    .question(.limit([]), 1), .question(.limit([]), 2),
    .times(started: nil, ran: nil, left: nil), .times(started: "a", ran: "b", left: "c"),
    .opening("p"), .exporting(1, to: "f"), .exported(2, to: "f", isWhole: true),
    .exported(1, to: "f", isWhole: false), .notExported(to: "f", .taken),
    .notExported(to: "f", .calledOff), .notExported(to: "f", .unwritten(reason: "r")),
    .objects(moved: "1", of: "2", failed: "3", skipped: "4"),
  ])
  func `what there is to say is told in each language`(talk: ScreenTalk) {
    #expect(!English().words(talk).hasChinese && Chinese().words(talk).hasChinese)
  }

  @Test(arguments: [
    CommandLineFault.unknown("x"), .wants(.stop, .openPattern), .wants(.sort, nil),
    .wants(.interval, nil), .wants(.export, nil), .wants(.filter, nil), .takesNothing(.quit),
  ])
  func `why a line is no command is told in each language`(fault: CommandLineFault) {
    #expect(!English().words(fault).hasChinese && Chinese().words(fault).hasChinese)
  }

  @Test(arguments: [
    TaskAction.stop, .delete, .stopThenDelete, .start(failedOnly: false), .start(failedOnly: true),
    .limit([]),
  ])
  func `actions and what they do are told in each language`(action: TaskAction) {
    #expect(!English().title(action).hasChinese && Chinese().title(action).hasChinese)
    #expect(English().consequences(of: action).count == Chinese().consequences(of: action).count)
    for sentence in Chinese().consequences(of: action) { #expect(sentence.hasChinese) }
  }

  @Test(arguments: KeyField.allCases, [true, false])
  func `keys are named in each language, in little room as well`(field: KeyField, isShort: Bool) {
    #expect(Chinese().words(field, isShort: isShort).hasChinese)
    #expect(English().words(field, isShort: isShort).count <= (isShort ? 11 : 24))
  }

  @Test(arguments: CopiedText.allCases, [nil, "tmux"] as [String?])
  func `what was copied is told in each language`(text: CopiedText, multiplexer: String?) {
    #expect(!English().words(copied: text, through: multiplexer).hasChinese)
    #expect(Chinese().words(copied: text, through: multiplexer).hasChinese)
  }
}
