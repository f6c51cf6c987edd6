import ServerHTTP

/// Whether a request that changes something comes from a page of this server: beside `SameSite=Strict`, the second lock
/// against forms of other sites.
enum OriginCheck {
  static func isOwn(_ request: PageRequest) -> Bool {
    if let origin = request.origin {
      return origin.utf8.elementsEqual("\(request.isSecure ? "https" : "http")://\(request.host)".utf8)
    }
    // Browsers send `Origin` with every POST; what sends neither is no browser and brings no cookie it stole from one.
    return request.fetchSite.map { $0 == "same-origin" || $0 == "none" } ?? false
  }
}
