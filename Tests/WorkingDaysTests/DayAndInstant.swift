import Testing
import WorkingDays

/// The day of a text that must be one.
func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

/// The instant of a text that must be one.
func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }
