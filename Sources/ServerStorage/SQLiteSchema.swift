import GRDB
import ServerCore

/// The tables of a tenant's file.
///
/// Replica ids are stored as their 64 bits, digests and links as 32 bytes.
enum SQLiteSchema {
  /// The number of this layout, in `user_version`.
  static let version = 5

  static func create(in database: Database) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let stamp = "PRAGMA user_version = \(version);"
    switch found {
    case version: return
    case 0: try database.execute(sql: tables + access + sweep + keys + recovery + stamp)
    case 1: try database.execute(sql: access + sweep + keys + recovery + stamp)
    case 2: try database.execute(sql: sweep + keys + recovery + stamp)
    case 3: try database.execute(sql: keys + recovery + stamp)
    case 4: try database.execute(sql: recovery + stamp)
    default: throw LedgerFault.storage("the file has layout \(found), this program knows \(version)")
    }
  }

  private static let tables = """
    CREATE TABLE tenant (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      tenant TEXT NOT NULL,
      epoch INTEGER NOT NULL,
      server_replica INTEGER NOT NULL,
      server_key BLOB NOT NULL,
      server_seq INTEGER NOT NULL,
      public_list_replica INTEGER NOT NULL,
      public_list_seq INTEGER NOT NULL,
      bookmark_key BLOB NOT NULL,
      backed_up_through INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE log (
      position INTEGER PRIMARY KEY,
      stream TEXT NOT NULL,
      kind INTEGER NOT NULL,
      replica INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      hash BLOB NOT NULL,
      frame BLOB NOT NULL
    ) STRICT;
    CREATE INDEX log_stream ON log (stream, position);
    CREATE TABLE stream (
      stream TEXT PRIMARY KEY,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX stream_first ON stream (first);
    CREATE TABLE chain (
      stream TEXT NOT NULL,
      replica INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      link BLOB NOT NULL,
      accepted_seq INTEGER NOT NULL,
      accepted_link BLOB NOT NULL,
      PRIMARY KEY (stream, replica)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE receipt (
      replica INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      digest BLOB NOT NULL,
      position INTEGER,
      code TEXT,
      detail TEXT,
      stream TEXT,
      link BLOB,
      PRIMARY KEY (replica, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE owner (
      replica INTEGER PRIMARY KEY,
      device INTEGER NOT NULL,
      user TEXT NOT NULL,
      public_key BLOB NOT NULL,
      token_hash BLOB UNIQUE
    ) STRICT;
    CREATE TABLE join_code (
      hash BLOB PRIMARY KEY,
      user TEXT NOT NULL,
      expires INTEGER NOT NULL,
      used_by INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE quarantine (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      replica INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      user TEXT NOT NULL,
      received INTEGER NOT NULL,
      code TEXT NOT NULL,
      detail TEXT NOT NULL,
      stream TEXT,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE public_list (
      siren TEXT PRIMARY KEY,
      row BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    """

  /// Since layout 2.
  private static let access = """
    CREATE TABLE password (
      user TEXT PRIMARY KEY,
      login TEXT NOT NULL UNIQUE,
      salt BLOB NOT NULL,
      key BLOB NOT NULL,
      cost_log2 INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE session (
      hash BLOB PRIMARY KEY,
      user TEXT NOT NULL,
      expires INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE contact (
      device INTEGER PRIMARY KEY,
      last INTEGER NOT NULL
    ) STRICT;

    """

  /// Since layout 3: the day of the last sweep, counted from 1970-01-01.
  private static let sweep = """
    ALTER TABLE tenant ADD COLUMN swept_on INTEGER;

    """

  /// Since layout 4: no token is kept; a device that changed its key says which replica holds it.
  private static let keys = """
    CREATE TABLE owner_4 (
      replica INTEGER PRIMARY KEY,
      device INTEGER NOT NULL,
      user TEXT NOT NULL,
      public_key BLOB NOT NULL,
      key_holder INTEGER
    ) STRICT;
    INSERT INTO owner_4 (replica, device, user, public_key) SELECT replica, device, user, public_key FROM owner;
    DROP TABLE owner;
    ALTER TABLE owner_4 RENAME TO owner;
    """

  /// Since layout 5: what a rewound server waits for, and what came back.
  private static let recovery = """
    ALTER TABLE tenant ADD COLUMN recovery_cause TEXT;
    ALTER TABLE tenant ADD COLUMN recovery_since INTEGER;
    ALTER TABLE tenant ADD COLUMN recovery_from INTEGER;
    CREATE TABLE recovered (
      position INTEGER PRIMARY KEY,
      epoch INTEGER NOT NULL,
      stream TEXT NOT NULL,
      replica INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      author TEXT,
      given_by INTEGER NOT NULL,
      received INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX quarantine_change ON quarantine (replica, seq);

    """
}
