import Testing

/// One worked example of RULEBOOK §4.4.
struct WorkedExample: Sendable, CustomTestStringConvertible {
  let id: String
  let deadline: String
  let expression: String
  let from: String
  let certificateEnd: String?
  let due: String

  init(
    _ id: String, _ deadline: String, _ expression: String, _ from: String, end certificateEnd: String? = nil,
    due: String
  ) {
    self.id = id
    self.deadline = deadline
    self.expression = expression
    self.from = from
    self.certificateEnd = certificateEnd
    self.due = due
  }

  var testDescription: String { "\(id) \(deadline) \(expression) \(from) → \(due)" }

  static let all = [
    WorkedExample("EX-01", "DL-CLEA-14", "WD+30", "2026-04-29", due: "2026-06-16"),
    WorkedExample("EX-02", "DL-CLEA-14", "WD+30", "2026-04-28T22:30:00Z", due: "2026-06-16"),
    WorkedExample("EX-03", "DL-CLEA-14", "WD+30", "2026-04-28T21:59:59Z", due: "2026-06-15"),
    WorkedExample("EX-04", "DL-CLEA-01", "WD-5", "2026-05-21", due: "2026-05-13"),
    WorkedExample("EX-05", "DL-CLEA-02", "WD-8", "2026-04-14", due: "2026-04-01"),
    WorkedExample("EX-06", "DL-CLEA-03", "WD+20", "2026-12-10", due: "2027-01-11"),
    WorkedExample("EX-07", "DL-CLEA-09", "WD+30", "2026-07-03", due: "2026-08-17"),
    WorkedExample("EX-08", "DL-CLEA-09", "WD+30", "2026-05-14", due: "2026-06-26"),
    WorkedExample("EX-09", "DL-CLEA-10", "WD+10", "2026-10-31", due: "2026-11-16"),
    WorkedExample("EX-10", "DL-CLEA-11", "WD+25", "2026-10-31", due: "2026-12-07"),
    WorkedExample("EX-11", "DL-CLEA-12", "WD+15", "2027-04-23", due: "2027-05-18"),
    WorkedExample("EX-12", "DL-CLEA-13", "WD+15", "2026-11-05", due: "2026-11-27"),
    WorkedExample("EX-13", "DL-CLEA-15", "WD+30", "2026-06-12", due: "2026-07-27"),
    WorkedExample("EX-14", "DL-CLEA-16", "WD+30", "2026-07-27", due: "2026-09-07"),
    WorkedExample("EX-15", "DL-CLEA-17", "M+12", "2028-02-29", due: "2029-02-28"),
    WorkedExample("EX-16", "DL-CLEA-04", "Y+3", "2024-02-29", due: "2027-02-28"),
    WorkedExample("EX-17", "DL-CLEA-05", "Y+6", "2024-02-29", due: "2030-02-28"),
    WorkedExample("EX-18", "DL-CLEA-06", "M+3", "2026-11-30", due: "2027-02-28"),
    WorkedExample("EX-19", "DL-CLEA-07", "CD+30", "2026-01-31", due: "2026-03-02"),
    WorkedExample("EX-20", "DL-CLEA-08", "CD+5", "2026-05-08", due: "2026-05-13"),
    WorkedExample("EX-21", "DL-CLEA-18", "CD+45", "2026-07-01", due: "2026-08-15"),
    WorkedExample("EX-22", "DL-CLEA-18", "CD+45 roll", "2026-07-01", due: "2026-08-17"),
    WorkedExample("EX-23", "DL-CLEA-20", "M+1", "2027-01-31", due: "2027-02-28"),
    WorkedExample("EX-24", "DL-CLEA-21", "M+1", "2027-02-28", due: "2027-03-28"),
    WorkedExample("EX-25", "DL-CLEA-22", "YE", "2026-03-12", due: "2026-12-31"),
    WorkedExample("EX-26", "DL-QUAL-01", "M+3", "2026-11-30", due: "2027-02-28"),
    WorkedExample("EX-27", "DL-QUAL-02", "M+14", "2024-12-31", due: "2026-02-28"),
    WorkedExample("EX-28", "DL-QUAL-03", "M+18", "2024-12-31", due: "2026-06-30"),
    WorkedExample("EX-29", "DL-QUAL-04", "M+22", "2024-12-31", due: "2026-10-31"),
    WorkedExample("EX-30", "DL-QUAL-05", "M+18 M-4", "2024-10-31", due: "2025-12-30"),
    WorkedExample("EX-31", "DL-QUAL-06", "Y+3", "2024-12-31", due: "2027-12-31"),
    WorkedExample("EX-32", "DL-QUAL-07", "M-8", "2027-10-31", due: "2027-02-28"),
    WorkedExample("EX-33", "DL-QUAL-08", "M-4", "2027-06-30", due: "2027-02-28"),
    WorkedExample("EX-34", "DL-QUAL-09", "WD+5", "2026-05-12", due: "2026-05-20"),
    WorkedExample("EX-35", "DL-QUAL-10", "CD+10", "2026-05-20", due: "2026-05-30"),
    WorkedExample("EX-36", "DL-QUAL-11", "M+6", "2026-08-31", due: "2027-02-28"),
    WorkedExample(
      "EX-37", "DL-QUAL-12", "min(M+3, @certificateEnd)", "2026-11-18", end: "2027-01-15", due: "2027-01-15"),
    WorkedExample(
      "EX-38", "DL-QUAL-12", "min(M+3, @certificateEnd)", "2026-11-18", end: "2027-06-30", due: "2027-02-18"),
    WorkedExample("EX-39", "DL-QUAL-12", "min(M+3, @certificateEnd)", "2026-11-30", due: "2027-02-28"),
    WorkedExample("EX-40", "DL-QUAL-13", "M+3", "2027-03-01", due: "2027-06-01"),
    WorkedExample("EX-41", "DL-QUAL-14", "CD+21", "2026-05-12", due: "2026-06-02"),
    WorkedExample("EX-42", "DL-QUAL-15", "H+48", "2026-10-24T10:00:00Z", due: "2026-10-26T10:00:00Z"),
    WorkedExample("EX-43", "DL-CIAG-01", "M+3", "2026-11-30", due: "2027-02-28"),
    WorkedExample("EX-44", "DL-CIAG-02", "Y+1", "2028-02-29", due: "2029-02-28"),
    WorkedExample("EX-45", "DL-CIAG-02", "Y+4", "2028-02-29", due: "2032-02-29"),
    WorkedExample("EX-46", "DL-CIAG-03", "M+18", "2026-08-31", due: "2028-02-29"),
    WorkedExample("EX-47", "DL-CIAG-05", "ME", "2028-02-10", due: "2028-02-29"),
    WorkedExample("EX-48", "DL-CIAG-06", "M+3", "2027-11-30", due: "2028-02-29"),
    WorkedExample("EX-49", "DL-CIAG-08", "Y+10", "2028-02-29", due: "2038-02-28"),
    WorkedExample("EX-50", "DL-CIAG-09", "D0", "2026-12-25", due: "2026-12-25"),
  ]
}
