/// The server's own bounds (law L12); those both sides know stand in `ProtocolLimits`.
public enum ServerLimits {
  /// Folded streams kept in memory between transactions, `directory` and `office` apart.
  public static let foldsCachedMax = 512
  /// Bytes of lines whose folds are kept in memory between transactions.
  ///
  /// The fold of a line takes about four times its bytes. A single stream beyond the bound is kept while it is in use.
  public static let foldBytesCachedMax = 8_388_608
  /// Users' standings kept in memory between transactions.
  public static let standingsCachedMax = 1_024
  /// Pushes that share one commit.
  public static let pushesPerCommitMax = 16
  /// Bookmarks kept in memory between transactions, one a replica.
  public static let bookmarksCachedMax = 256
  /// Positions another process may be ahead before the folded streams are dropped instead of caught up.
  public static let catchUpEntriesMax = 10_000
  /// Log entries looked at for one page, visible or not.
  public static let pageScanMax = 200_000
  /// Lines looked into for one page of a feed by kinds, wanted or not.
  public static let pageLinesReadMax = 20_000
  /// `enter` frames of one page.
  public static let pageEntersMax = 2_000
  /// Bytes of names of streams without an entry that one bookmark carries; further ones enter with their first entry.
  public static let bookmarkNameBytesMax = 24_576
  /// Set digests sent with the end of one sync.
  public static let digestsMax = 5_000
  /// Seals given for one place of a chain that are tried.
  public static let sealsTriedPerSeqMax = 2
  /// Lines kept aside under one name; who gives more of them gives nothing new.
  public static let quarantinedPerNameMax = 64
  /// Days a bookmark proves that its device had not been told of a stream it has to let go.
  public static let handedOnDaysMax = 30
  /// Dossiers whose planned days of audit are kept in memory.
  public static let auditDaysCachedMax = 8_192
  /// Streams assigned by one change.
  public static let assignmentStepsMax = 200
  /// Steps of one change of the public list; a body with many sites takes several changes.
  public static let publicListStepsMax = 100
  /// Bytes of the steps of one change of the public list.
  public static let publicListStepBytesMax = 32_768
  /// Dossiers a sweep looks at, and writes to, before others' calls get their turn.
  public static let sweepSliceDossiersMax = 16
  /// Days the clock may have moved since the last sweep before the next one waits for a person.
  public static let sweepJumpDaysMax = 7
  /// Listeners told of new positions; more are ended at once.
  public static let listenersMax = 4_096
  /// Bytes of a console password.
  public static let passwordBytesMax = 1_024
  /// Characters of a console password.
  public static let passwordCharactersMin = 12
  /// Sign-ins that wait for their turn at the one derivation there is.
  public static let signInsWaitingMax = 16
  /// Wrong passwords for one login within the window before it has to wait.
  public static let signInsWrongPerLoginMax = 5
  /// Logins whose wrong passwords are remembered.
  public static let signInsWrongLoginsMax = 4_096
  /// Seconds a wrong password is remembered.
  public static let signInWindowSeconds = 900
  /// Seconds a console session lasts: one working day, whatever happens.
  public static let sessionSecondsMax = 43_200
  /// Seconds between two records of the same device having been heard of.
  public static let contactSecondsMin = 3_600
  /// Tokens given to one device within a minute.
  public static let tokensPerDevicePerMinuteMax = 30
  /// Wrong assertions of one device within a minute before all of its are told to wait.
  public static let wrongAssertionsPerDevicePerMinuteMax = 30
  /// Assertions and nonces remembered until they end; past it nobody gets a token until some have ended.
  public static let assertionsRememberedMax = 65_536
  /// Seconds an assertion may have been signed ahead of the server's clock.
  public static let assertionLeadSecondsMax = 60
  /// Exchanges of one device within a minute.
  public static let exchangesPerDevicePerMinuteMax = 6_000
  /// Lines of one device put into quarantine within a day before no further push of it is taken.
  public static let quarantinedRowsPerDevicePerDayMax = 10_000
  /// Bytes of such lines.
  public static let quarantinedBytesPerDevicePerDayMax = 33_554_432
  /// Devices counted by one meter; those whose window began first are forgotten beyond it.
  public static let metersMax = 16_384
  /// Streams named for one service account.
  public static let serviceStreamsMax = 1_000
  /// Characters of a join code as typed.
  public static let joinCodeBytesMax = 64
  /// Faults listed by a verification before it only counts them.
  public static let verifyFaultsMax = 100
}
