import Gzip
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

extension Response {
  /// An answer of bytes, as they are.
  init(_ bytes: [UInt8], mediaType: String, cacheControl: String = "no-store") {
    self.init(
      status: .ok, headers: [.contentType: mediaType, .cacheControl: cacheControl],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// An answer of bytes whose coding was chosen by what the request accepts.
  ///
  /// Level 1: someone waits, and level 6 takes two to three times as long for a tenth fewer bytes.
  init(_ bytes: [UInt8], mediaType: String, coding: ContentCoding) {
    self.init(coding == .gzip ? Gzip.compress(bytes, level: .fast) : bytes, mediaType: mediaType)
    headers[.vary] = "Accept-Encoding"
    if coding == .gzip { headers[.contentEncoding] = "gzip" }
  }
}
