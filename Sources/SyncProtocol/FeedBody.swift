public import SyncCore

/// A page of a feed: a JSON array of entry frames.
public enum FeedBody {
  /// The entries of a page; nil when it is none, as with a captive portal's answer.
  public static func entries(reading body: [UInt8]) -> [LogEntry]? {
    do throws(JSONFault) {
      // The array, the frame and the line in it lie around what a line may nest by itself.
      let value = try JSONScanner.value(of: body, depthMax: SyncLimits.depthMax + 2)
      guard let elements = value.elements else { return nil }
      let entries = elements.compactMap { element in element.members.flatMap { LogEntry($0) } }
      return entries.count == elements.count ? entries : nil
    } catch {
      return nil  // the caller turns absence into its own answer
    }
  }
}

extension LogEntry {
  /// The change it holds, skips or seals through.
  public var id: ChangeID {
    switch content {
    case .line(let line): line.id
    case .skip(_, let id, _): id
    case .seal(let seal): seal.through
    }
  }
}
