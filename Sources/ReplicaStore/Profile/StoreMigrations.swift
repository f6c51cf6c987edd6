import GRDB

/// The steps that brought the file to its present shape: append only, a published step never changes.
enum StoreMigrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 evidence and sync") { db in
      for statement in first { try db.execute(sql: statement) }
    }
    migrator.registerMigration("2 summaries") { db in try db.execute(sql: summaries) }
    migrator.registerMigration("3 tokens") { db in
      for statement in tokens { try db.execute(sql: statement) }
    }
    // Whether the server came back rewound and what is held was not given back yet.
    migrator.registerMigration("4 recovery") { db in
      try db.execute(sql: "ALTER TABLE sync ADD COLUMN rewound INTEGER NOT NULL DEFAULT 0")
    }
    return migrator
  }

  // A token is asked for when it is needed: the one of a join, which held for ever, is forgotten.
  private static let tokens = [
    "ALTER TABLE identity ADD COLUMN key_holder INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE identity ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE identity ADD COLUMN token_expires INTEGER NOT NULL DEFAULT 0",
    "UPDATE identity SET key_holder = replica, token = ''",
    """
    CREATE TABLE next_key (
      one INTEGER PRIMARY KEY CHECK (one = 1), replica INTEGER NOT NULL, device_key BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE submissions (
      key TEXT PRIMARY KEY, content BLOB NOT NULL, replica INTEGER, seq INTEGER
    ) STRICT, WITHOUT ROWID
    """,
  ]

  // Derived from lines: may be emptied at any time.
  private static let summaries = """
    CREATE TABLE summaries (
      stream INTEGER NOT NULL, name TEXT NOT NULL, generation INTEGER NOT NULL, stored INTEGER NOT NULL,
      value TEXT NOT NULL, PRIMARY KEY (stream, name)
    ) STRICT, WITHOUT ROWID
    """

  // Replicas are their 64 bits as a signed integer, streams the number of their row: narrow keys in wide indices.
  private static let first = [
    """
    CREATE TABLE identity (
      one INTEGER PRIMARY KEY CHECK (one = 1), tenant TEXT NOT NULL, user TEXT NOT NULL, replica INTEGER NOT NULL,
      server_url TEXT NOT NULL, token TEXT NOT NULL, device_key BLOB NOT NULL, server_replica INTEGER NOT NULL,
      server_key BLOB NOT NULL, last_seq INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE streams (
      id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('whole', 'entering', 'left')), through INTEGER NOT NULL,
      confirmed INTEGER NOT NULL, generation INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE lines (
      stored INTEGER PRIMARY KEY AUTOINCREMENT, replica INTEGER NOT NULL, seq INTEGER NOT NULL,
      stream INTEGER NOT NULL, bytes BLOB NOT NULL, digest BLOB NOT NULL, link BLOB NOT NULL, position INTEGER,
      received INTEGER, own INTEGER NOT NULL, refused TEXT, detail TEXT, UNIQUE (replica, seq)
    ) STRICT
    """,
    "CREATE INDEX lines_of_chain ON lines (stream, replica, seq)",
    "CREATE INDEX lines_of_stream ON lines (stream)",
    "CREATE INDEX lines_unplaced ON lines (own, seq) WHERE position IS NULL AND refused IS NULL",
    "CREATE INDEX lines_refused ON lines (own, seq) WHERE refused IS NOT NULL",
    """
    CREATE TABLE skips (
      replica INTEGER NOT NULL, seq INTEGER NOT NULL, stream INTEGER NOT NULL, digest BLOB NOT NULL,
      link BLOB NOT NULL, PRIMARY KEY (replica, seq)
    ) STRICT
    """,
    "CREATE INDEX skips_of_chain ON skips (stream, replica, seq)",
    """
    CREATE TABLE seals (
      stream INTEGER NOT NULL, replica INTEGER NOT NULL, seq INTEGER NOT NULL, signature BLOB NOT NULL,
      verdict INTEGER NOT NULL, PRIMARY KEY (stream, replica, seq, signature)
    ) STRICT
    """,
    "CREATE INDEX seals_unverified ON seals (stream) WHERE verdict = 0",
    """
    CREATE TABLE chains (
      stream INTEGER NOT NULL, replica INTEGER NOT NULL, tip_seq INTEGER NOT NULL, tip_link BLOB NOT NULL,
      accepted_seq INTEGER, accepted_link BLOB, held_seq INTEGER, held_link BLOB, PRIMARY KEY (stream, replica)
    ) STRICT
    """,
    """
    CREATE TABLE sync (
      one INTEGER PRIMARY KEY CHECK (one = 1), bookmark TEXT NOT NULL, last_sync INTEGER, clock_offset INTEGER,
      backed_up_through INTEGER NOT NULL, resync INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE shown (
      stream INTEGER NOT NULL, entity TEXT NOT NULL, field TEXT NOT NULL, heads TEXT NOT NULL,
      PRIMARY KEY (stream, entity, field)
    ) STRICT
    """,
    "CREATE TABLE digests (stream INTEGER PRIMARY KEY, digest BLOB NOT NULL) STRICT",
    """
    CREATE TABLE faults (
      code TEXT NOT NULL, stream INTEGER NOT NULL, replica INTEGER NOT NULL, seq INTEGER NOT NULL,
      detail TEXT NOT NULL, PRIMARY KEY (code, stream, replica, seq)
    ) STRICT
    """,
  ]
}
