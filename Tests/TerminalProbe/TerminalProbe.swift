import Canvas
import FoundationEssentials
import Glibc
import Terminal

/// Shows each event on a line of its own, and does to the terminal what a key asks for.
@main
@MainActor
struct TerminalProbe {
  private var screen: Screen
  private var lines = ["ready"]

  static func main() async {
    if ProcessInfo.processInfo.environment["PROBE"] == "hidden" { return readHiddenLine() }
    do throws(ScreenError) {
      let screen = try Screen(TerminalOptions(environment: ProcessInfo.processInfo.environment))
      var probe = TerminalProbe(screen: screen)
      let listener = TerminalListener(screen)
      let signal = await probe.run(screen.events)
      listener.close()
      if let signal { endProcess(by: signal) }
    } catch {
      print(error)
      exit(1)
    }
  }

  /// Reads a line that is not shown, and tells what it was turned round.
  private static func readHiddenLine() {
    let text = HiddenLine.read(from: STDIN_FILENO) {
      print("ready", terminator: "")
      fflush(nil)
    }
    print(text.map { " read \(String($0.reversed()))" } ?? " nothing")
    fflush(nil)
    if text == "wait" { pause() }
  }

  private mutating func run(_ events: AsyncStream<TerminalEvent>) async -> Int32? {
    draw()
    for await event in events {
      switch event {
      case .key(.character("q")): return nil
      case .key(.character("!")): fatalError("asked to crash")
      case .key(.character("F")): flood()
      case .key(.character("C")): _ = screen.copy("copied")
      case .key(.control("z")): screen.suspend()
      case .key(.character("T")): kill(getpid(), SIGTSTP)
      case .key(.control("l")): screen.repaint()
      case .key(.control("x")): if !screen.askForArrival() { lines.append("not asked") }
      case .key(let key): lines.append("key \(key)")
      case .line(let line): lines.append("line \(line ?? "end")")
      case .resized(let size): lines.append("size \(size.rows)x\(size.columns)")
      case .resumed:
        screen.resume()
        lines.append("resumed")
      case .arrived: lines.append("arrived")
      case .terminated(let signal): return signal
      }
      draw()
    }
    return SIGHUP
  }

  private func draw() {
    var frame = Frame(size: screen.size)
    for (row, line) in lines.suffix(frame.size.rows).enumerated() {
      for (column, character) in line.prefix(frame.size.columns).enumerated() {
        frame[row, column] = Cell(character)
      }
    }
    screen.present(frame)
  }

  /// Writes without end, which gets stuck as soon as nobody reads.
  private func flood() {
    for character in sequence(first: false, next: { !$0 }).lazy.map({ $0 ? "x" : "o" }) {
      var frame = Frame(size: screen.size)
      for row in 0..<frame.size.rows {
        for column in 0..<frame.size.columns { frame[row, column] = Cell(Character(character)) }
      }
      screen.present(frame)
    }
  }
}
