#include "CCurl.h"

#include <dlfcn.h>

#define FUNCTIONS(EACH)                                                                                                \
  EACH(curl_global_init)                                                                                               \
  EACH(curl_free)                                                                                                      \
  EACH(curl_easy_init)                                                                                                 \
  EACH(curl_easy_reset)                                                                                                \
  EACH(curl_easy_cleanup)                                                                                              \
  EACH(curl_easy_strerror)                                                                                             \
  EACH(curl_easy_setopt)                                                                                               \
  EACH(curl_easy_getinfo)                                                                                              \
  EACH(curl_multi_init)                                                                                                \
  EACH(curl_multi_cleanup)                                                                                             \
  EACH(curl_multi_setopt)                                                                                              \
  EACH(curl_multi_add_handle)                                                                                          \
  EACH(curl_multi_remove_handle)                                                                                       \
  EACH(curl_multi_perform)                                                                                             \
  EACH(curl_multi_poll)                                                                                                \
  EACH(curl_multi_wakeup)                                                                                              \
  EACH(curl_multi_info_read)                                                                                           \
  EACH(curl_multi_strerror)                                                                                            \
  EACH(curl_slist_append)                                                                                              \
  EACH(curl_slist_free_all)                                                                                            \
  EACH(curl_url)                                                                                                       \
  EACH(curl_url_cleanup)                                                                                               \
  EACH(curl_url_set)                                                                                                   \
  EACH(curl_url_get)                                                                                                   \
  EACH(curl_url_strerror)

// The library's functions under their own names and types; all NULL until `ccurl_start` has found every one.
static struct {
#define POINTER(name) __typeof__(name) *name;
  FUNCTIONS(POINTER)
#undef POINTER
} library;

const char *ccurl_start(void) {
  // The name of the binary interface, the same since 2006. Never closed: libcurl's threads and OpenSSL's exit handlers
  // may outlive every transport.
  void *handle = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return dlerror();
#define FIND(name)                                                                                                     \
  library.name = (__typeof__(name) *)dlsym(handle, #name);                                                             \
  if (!library.name) return dlerror();
  FUNCTIONS(FIND)
#undef FIND
  CURLcode code = library.curl_global_init(CURL_GLOBAL_DEFAULT);
  return code == CURLE_OK ? NULL : library.curl_easy_strerror(code);
}

CURL *ccurl_easy_init(void) { return library.curl_easy_init(); }
void ccurl_easy_reset(CURL *easy) { library.curl_easy_reset(easy); }
void ccurl_easy_cleanup(CURL *easy) { library.curl_easy_cleanup(easy); }
const char *ccurl_easy_strerror(CURLcode code) { return library.curl_easy_strerror(code); }

CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
  return library.curl_easy_setopt(easy, option, value);
}
CURLcode ccurl_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
  return library.curl_easy_setopt(easy, option, value);
}
CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value) {
  return library.curl_easy_setopt(easy, option, value);
}
CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, const void *value) {
  return library.curl_easy_setopt(easy, option, value);
}
CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
  return library.curl_easy_setopt(easy, option, value);
}
CURLcode ccurl_set_receiver(CURL *easy, CURLoption option, ccurl_receiver value) {
  return library.curl_easy_setopt(easy, option, value);
}
CURLcode ccurl_get_long(CURL *easy, CURLINFO info, long *value) {
  return library.curl_easy_getinfo(easy, info, value);
}
CURLcode ccurl_get_offset(CURL *easy, CURLINFO info, curl_off_t *value) {
  return library.curl_easy_getinfo(easy, info, value);
}

CURLM *ccurl_multi_init(void) { return library.curl_multi_init(); }
CURLMcode ccurl_multi_cleanup(CURLM *multi) { return library.curl_multi_cleanup(multi); }
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return library.curl_multi_setopt(multi, option, value);
}
CURLMcode ccurl_multi_add_handle(CURLM *multi, CURL *easy) { return library.curl_multi_add_handle(multi, easy); }
CURLMcode ccurl_multi_remove_handle(CURLM *multi, CURL *easy) { return library.curl_multi_remove_handle(multi, easy); }
CURLMcode ccurl_multi_perform(CURLM *multi, int *running) { return library.curl_multi_perform(multi, running); }
CURLMcode ccurl_multi_poll(CURLM *multi, int timeout_ms) {
  return library.curl_multi_poll(multi, NULL, 0, timeout_ms, NULL);
}
CURLMcode ccurl_multi_wakeup(CURLM *multi) { return library.curl_multi_wakeup(multi); }
CURLMsg *ccurl_multi_info_read(CURLM *multi, int *left) { return library.curl_multi_info_read(multi, left); }
const char *ccurl_multi_strerror(CURLMcode code) { return library.curl_multi_strerror(code); }

struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *line) {
  return library.curl_slist_append(list, line);
}
void ccurl_slist_free_all(struct curl_slist *list) { library.curl_slist_free_all(list); }

CURLU *ccurl_url(void) { return library.curl_url(); }
void ccurl_url_cleanup(CURLU *url) { library.curl_url_cleanup(url); }
CURLUcode ccurl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned int flags) {
  return library.curl_url_set(url, part, text, flags);
}
CURLUcode ccurl_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags) {
  return library.curl_url_get(url, part, text, flags);
}
const char *ccurl_url_strerror(CURLUcode code) { return library.curl_url_strerror(code); }
void ccurl_free(void *text) { library.curl_free(text); }
