import Testing

struct GzipTests {}
