// ncurses as Swift sees it: its screen and sizes are global variables and its attributes are macros with casts, both
// out of Swift's reach, so each shape the full screen needs has a name here.
#ifndef CNCURSES_H
#define CNCURSES_H

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// Whether the locale set last writes UTF-8.
static inline int cncurses_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// Opens the terminal; NULL where TERM names none that is known, instead of ending the process as initscr does, or one
// that cannot move its cursor.
static inline SCREEN *cncurses_open(void) {
  SCREEN *screen = newterm(NULL, stdout, stdin);
  if (!screen) return NULL;
  const char *place = tigetstr("cup");
  if (place && place != (const char *)-1) return screen;
  endwin();
  delscreen(screen);
  return NULL;
}

// Keys one by one, unechoed, arrows as one code, at most `wait` milliseconds for each.
static inline void cncurses_prepare(int wait) {
  set_escdelay(25);
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  wtimeout(stdscr, wait);
  curs_set(0);
}

// Lets the terminal's own colours through; whether pair 1 now is red on the terminal's background.
static inline int cncurses_colours(void) {
  if (!has_colors() || start_color() == ERR || use_default_colors() == ERR) return 0;
  return init_pair(1, COLOR_RED, -1) == OK;
}

static inline int cncurses_lines(void) { return LINES; }
static inline int cncurses_columns(void) { return COLS; }
static inline void cncurses_erase(void) { werase(stdscr); }
static inline void cncurses_refresh(void) { wrefresh(stdscr); }
static inline void cncurses_repaint(void) { clearok(stdscr, TRUE); }

static inline void cncurses_style(int bold, int reverse, int pair) {
  wattrset(stdscr, (int)((bold ? A_BOLD : 0) | (reverse ? A_REVERSE : 0) | COLOR_PAIR(pair)));
}

static inline void cncurses_put(int row, int column, const char *text) { mvwaddstr(stdscr, row, column, text); }

// KEY_CODE_YES for a key, OK for a character, ERR when none came in time.
static inline int cncurses_next(wint_t *key) { return wget_wch(stdscr, key); }

// Whether the terminal went away: then no key will ever come.
static inline int cncurses_is_gone(void) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLERR | POLLNVAL));
}

#endif
