import SyncCore
import WorkingDays

/// In which order streams enter a device (DESIGN §7: the next audits first), so that the dossier of tomorrow's audit is
/// whole while the others are still on their way.
///
/// The directory comes first, without which no name can be read and no seal checked; then dossiers by their next day of
/// audit, each with its organisation before it; then those without one, in the order they began.
struct EnterOrder {
  private let nextDay: [StreamID: CivilDate]

  /// - Parameter nextDay: the next day of audit of each dossier that has one.
  init(nextDay: [StreamID: CivilDate] = [:]) { self.nextDay = nextDay }

  func sorted(_ entries: [StreamIndex.Entry]) -> [StreamIndex.Entry] {
    var dayOfOrganisation: [StreamID: CivilDate] = [:]
    for (dossier, day) in nextDay {
      for stream in Scope.whole(dossier) where stream != dossier {
        dayOfOrganisation[stream] = min(dayOfOrganisation[stream] ?? day, day)
      }
    }
    return entries.map { entry -> (rank: Rank, entry: StreamIndex.Entry) in
      let isOrganisation = dayOfOrganisation[entry.stream] != nil
      let day = dayOfOrganisation[entry.stream] ?? nextDay[entry.stream]
      return (
        Rank(
          isDirectory: entry.stream == .directory, day: day, isOrganisation: isOrganisation, number: entry.number),
        entry
      )
    }
    .sorted { $0.rank < $1.rank }.map(\.entry)
  }

  private struct Rank: Comparable {
    let isDirectory: Bool
    let day: CivilDate?
    let isOrganisation: Bool
    let number: Int

    static func < (one: Rank, other: Rank) -> Bool {
      if one.isDirectory != other.isDirectory { return one.isDirectory }
      switch (one.day, other.day) {
      case (let first?, let second?) where first != second: return first < second
      case (_?, nil): return true
      case (nil, _?): return false
      default: break
      }
      if one.isOrganisation != other.isOrganisation { return one.isOrganisation }
      return one.number < other.number
    }
  }
}
