// zlib as Swift sees it: the two initialisers that need a window size are macros in C, so each has a name here.
#ifndef CZLIB_H
#define CZLIB_H

#include <zlib.h>

static inline int czlib_deflate_gzip(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

static inline int czlib_inflate_gzip(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}

#endif
