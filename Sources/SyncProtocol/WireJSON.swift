public import SyncCore

/// Reads the small JSON bodies of the protocol, in the one accepted spelling.
public enum WireJSON {
  /// The values of an object whose keys are exactly these, in this order; nil for anything else.
  public static func object(_ body: [UInt8], keys: [String]) -> [JSONValue]? {
    guard let members = value(body)?.members else { return nil }
    return values(members, keys: keys)
  }

  /// The values of members whose keys are exactly these by bytes, in this order; nil for anything else.
  public static func values(_ members: [JSONMember], keys: [String]) -> [JSONValue]? {
    // `==` of texts would take the Kelvin sign for a K.
    guard members.count == keys.count, zip(members, keys).allSatisfy({ $0.key.utf8.elementsEqual($1.utf8) }) else {
      return nil
    }
    return members.map(\.value)
  }

  /// A value in the accepted spelling; nil for anything else, a captive portal's page included.
  public static func value(_ body: [UInt8]) -> JSONValue? {
    do throws(JSONFault) {
      return try JSONScanner.value(of: body, textBytesMax: ProtocolLimits.bookmarkBytesMax)
    } catch {
      return nil  // the caller turns absence into its own refusal; the spelling fault would not help a person
    }
  }
}
