import Glibc

/// Standard input, output and error.
enum StandardStreams {
  /// Gives those that the program was started without a place in which reads and writes fail.
  ///
  /// The next file that is opened would else become one of them, and get what is printed.
  static func secure() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
      // The lowest number that is free is this one.
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
