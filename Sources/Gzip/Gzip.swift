/// The gzip coding of bodies (RFC 1952) on zlib.
public enum Gzip {}
