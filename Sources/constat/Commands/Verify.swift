import ArgumentParser
import AuditSchema
import AuditDesk
import FieldClient
import ReplicaStore
import SyncCore
import Terminal

/// `verify`: recomputes every digest, link and seal from the stored bytes; needs no network.
struct VerifyCommand: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: Console.say("Vérifier chaque ligne, maillon et sceau", "Verify every line, link and seal"),
    aliases: Words.aliases(noun: "verify"))

  @OptionGroup var common: CommonOptions

  func answer(in session: Session) async throws -> Answer {
    // A damaged directory must not hide the rest: its own fault is in the report, its keys are then unknown.
    let keys: [ReplicaID: [UInt8]]
    do {
      keys = try session.store.sealKeys()
    } catch is ReplicaStoreError {
      keys = [:]
    }
    let report = try Verification.verify(session.store, deviceKeys: keys)
    var streams: [(String, JSONValue)] = []
    for checked in report.streams {
      streams.append(
        (
          checked.stream.description,
          .sorted([
            ("comparedToServer", .bool(checked.isComparedToServer)), ("lines", .integer(Int64(checked.lines))),
            ("seals", .integer(Int64(checked.seals))),
            ("set", digest { try session.store.acceptedFrontier(of: checked.stream).setDigest }),
            ("state", digest { try session.store.fold(checked.stream).stateDigest(schema: AuditSchema.current) }),
            ("unknownSeals", .integer(Int64(checked.unknownSeals))),
            ("unsealedLines", .integer(Int64(checked.unsealedLines))),
          ])
        ))
    }
    let faults = report.faults
    return Answer(
      "verify", lines: lines(report, session),
      members: [
        ("streams", .sorted(streams)),
        (
          "faults",
          .array(
            faults.map { fault in
              .sorted([
                ("change", fault.id.map { .string($0.description) } ?? .null), ("code", .string(fault.code.rawValue)),
                ("detail", .string(fault.detail)),
                ("stream", fault.stream.map { .string($0.description) } ?? .null),
              ])
            })
        ),
      ],
      status: report.isSound ? .done : .failed)
  }

  /// A stream that does not hold together has no digest to show; its faults are listed.
  private func digest(_ compute: () throws -> Digest) -> JSONValue {
    do {
      return .string(try compute().description)
    } catch {
      return .null
    }
  }

  private func lines(_ report: VerificationReport, _ session: Session) -> [String] {
    var lines = report.streams.map { checked in
      "\(checked.faults.isEmpty ? "✓" : "✗") \(checked.stream)  "
        + session.say(
          "\(checked.lines) lignes, \(checked.seals) sceaux", "\(checked.lines) lines, \(checked.seals) seals")
    }
    lines += report.faults.map { fault in
      "  ! \(fault.code.rawValue) \(fault.stream?.description ?? "") \(fault.id?.description ?? "") "
        + SafeText(fault.detail).description
    }
    lines.append(
      report.isSound
        ? session.say("Aucun défaut.", "No fault.")
        : session.say(
          "\(report.faults.count) défaut\(report.faults.count > 1 ? "s" : ""). Ne supprimez pas le profil ; prévenez le service certification.",
          "\(report.faults.count) fault\(report.faults.count > 1 ? "s" : ""). Do not delete the profile; tell the office."
        ))
    return lines
  }
}
