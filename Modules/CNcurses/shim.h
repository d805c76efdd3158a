#pragma once

// Without this, <curses.h> hides cchar_t, setcchar() and every other wide-character call. It has to
// be a #define: SwiftPM drops the -D flags that `pkg-config ncursesw` asks for.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <wchar.h>

// Hidden without _XOPEN_SOURCE, which would change what the rest of the program sees.
extern int wcwidth(wchar_t);

// Swift imports neither macros built on function-like macros nor mutable globals (stdscr), and
// WINDOW is a struct on Debian but opaque elsewhere. Hence constants and functions.
static const attr_t cn_bold = A_BOLD, cn_dim = A_DIM, cn_reverse = A_REVERSE,
                    cn_underline = A_UNDERLINE;

static inline int cn_rows(void) { return getmaxy(stdscr); }
static inline int cn_columns(void) { return getmaxx(stdscr); }
static inline int cn_colors(void) { return COLORS; }
static inline bool cn_has_reverse(void) { return (termattrs() & A_REVERSE) != 0; }
static inline void cn_refresh(void) { wrefresh(stdscr); }

// The next refresh sends every cell, whatever ncurses believes to be on the screen.
static inline void cn_send_everything(void) { clearok(stdscr, TRUE); }

// The next refresh sends the cells of this row.
static inline void cn_send_row(int row) { wredrawln(stdscr, row, 1); }

// Names in the language of the user's locale may be in any charset, but the keys and cells of this
// program are UTF-8.
static inline void cn_use_utf8(void) {
  const char *locale = setlocale(LC_CTYPE, "");
  if (!locale || strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

// Takes out of the terminal's description what would change more than this program has set: whether
// the cursor blinks, and the colours that a user has given the terminal. Before anything is drawn.
static inline void cn_leave_alone(void) {
  extern char *tigetstr(const char *);
  static const char blinking[] = "\033[?12l";
  char *text = tigetstr("cnorm");  // What ncurses itself reads, so that it is changed in place.
  if (text && text != (char *)-1 && strncmp(text, blinking, sizeof blinking - 1) == 0)
    memmove(text, text + sizeof blinking - 1, strlen(text + sizeof blinking - 1) + 1);
  text = tigetstr("oc");
  if (text && text != (char *)-1) *text = '\0';
}

// Errors are ignored on purpose: the line-mode calls fail when there is no terminal, as in tests.
static inline void cn_configure(void) {
  raw(), noecho(), nonl();
  keypad(stdscr, TRUE);
  idlok(stdscr, TRUE);  // Scrolling a line costs a line, not the screen.
  typeahead(-1);        // Keys are read elsewhere: a frame is always sent whole.
  curs_set(0), leaveok(stdscr, TRUE);
}

// `text` is one cell: a base character, its combining marks (at most 4) and a NUL. What the locale
// cannot show in one or two columns becomes `?`.
static inline void cn_put(int row, int column, const wchar_t *text, attr_t style, int pair) {
  cchar_t cell;
  if (wcwidth(text[0]) < 1) text = L"?";
  if (setcchar(&cell, text, style, 0, &pair) == OK) mvwadd_wch(stdscr, row, column, &cell);
}

static inline void cn_put_one(int row, int column, wchar_t character, attr_t style, int pair) {
  const wchar_t text[] = {character, 0};
  cn_put(row, column, text, style, pair);
}

// A cursor that nobody sees may stay where the last change left it, which saves moving it.
static inline void cn_hide_cursor(void) { curs_set(0), leaveok(stdscr, TRUE); }
static inline void cn_show_cursor(int row, int column) {
  curs_set(1), leaveok(stdscr, FALSE);
  wmove(stdscr, row, column);
}

// Puts the cursor into the corner, at once.
static inline void cn_go_home(void) {
  leaveok(stdscr, FALSE);
  wmove(stdscr, 0, 0);
  wrefresh(stdscr);
}

// Reads one cell back, for tests without a terminal.
static inline cchar_t cn_cell(int row, int column) {
  cchar_t cell = {0};
  mvwin_wch(stdscr, row, column, &cell);
  return cell;
}
static inline wchar_t cn_character(int row, int column) { return cn_cell(row, column).chars[0]; }
static inline attr_t cn_style(int row, int column) { return cn_cell(row, column).attr; }
