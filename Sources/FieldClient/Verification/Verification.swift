import Crypto
public import ReplicaStore
public import SyncCore

/// Recomputes all evidence of a profile from the stored bytes (law L10): nothing stored is believed.
public enum Verification {
  /// Verifies every whole stream and the file itself.
  /// - Parameter deviceKeys: the keys known from the directory, 32 bytes each.
  /// - Throws: `ReplicaStoreError` when the profile cannot be opened at all; everything else is in the report.
  public static func verify(
    _ store: ReplicaStore, deviceKeys: [ReplicaID: [UInt8]]
  ) throws(ReplicaStoreError) -> VerificationReport {
    let identity = try store.identity
    let keyring = DeviceKeyring(deviceKeys).lookup
    let verifier = StreamVerifier(tenant: identity.tenant) { replica in
      if replica == identity.replica { return identity.deviceKey.publicKey }
      return replica == identity.serverReplica ? identity.serverKey : keyring(replica)
    }
    var streams: [StreamVerification] = []
    for stream in try store.streams() {
      do throws(ReplicaStoreError) {
        streams.append(verifier.verify(try store.evidence(of: stream)))
      } catch {
        var failed = StreamVerification(stream: stream)
        failed.faults.append(VerificationFault(.unreadable, stream: stream, id: nil, detail: error.english))
        streams.append(failed)
      }
    }
    var fileFaults: [VerificationFault] = []
    do throws(ReplicaStoreError) {
      fileFaults = try store.integrityProblems().map { VerificationFault(.file, stream: nil, id: nil, detail: $0) }
    } catch {
      fileFaults.append(VerificationFault(.file, stream: nil, id: nil, detail: error.english))
    }
    return VerificationReport(streams: streams, fileFaults: fileFaults)
  }
}

/// Verifies one stream's evidence, without a store.
struct StreamVerifier {
  let tenant: TenantID
  let key: (ReplicaID) -> Curve25519.Signing.PublicKey?

  func verify(_ evidence: StreamEvidence) -> StreamVerification {
    var report = StreamVerification(stream: evidence.stream)
    var accepted = Frontier()
    for (replica, steps) in evidence.chains.sorted(by: { $0.key < $1.key }) {
      let links = verifyChain(steps, of: replica, in: evidence.stream, &report)
      let sealed = verifySeals(evidence, of: replica, links: links, &report)
      report.unsealedLines += steps.filter { $0.bytes != nil && $0.id.seq > sealed }.count
      if let last = steps.last(where: { $0.position != nil && $0.refused == nil }), let link = links[last.id.seq] {
        accepted.advance(replica, to: Frontier.Tip(seq: last.id.seq, link: link))
      }
    }
    for seal in evidence.seals where evidence.chains[seal.seal.through.replica] == nil {
      report.faults.append(VerificationFault(.sealWithoutLine, stream: evidence.stream, id: seal.seal.through))
    }
    if accepted != evidence.accepted {
      report.faults.append(VerificationFault(.tipDiffers, stream: evidence.stream, id: nil))
    }
    if let digest = evidence.serverDigest {
      report.isComparedToServer = true
      if accepted.setDigest != digest {
        report.faults.append(VerificationFault(.setDigestDiffers, stream: evidence.stream, id: nil))
      }
    }
    return report
  }

  /// Checks bytes, digests and links; gives back the links as they follow from the bytes held.
  private func verifyChain(
    _ steps: [ChainStep], of replica: ReplicaID, in stream: StreamID, _ report: inout StreamVerification
  ) -> [Int: Link] {
    var link = Link.origin(tenant: tenant, stream: stream, replica: replica)
    var links: [Int: Link] = [:]
    for step in steps {
      func fault(_ code: VerificationFault.Code, _ detail: String = "") {
        report.faults.append(VerificationFault(code, stream: stream, id: step.id, detail: detail))
      }
      if let bytes = step.bytes {
        report.lines += 1
        if Digest(of: bytes) != step.digest { fault(.lineAltered) }
        do throws(ChangeFault) {
          let change = try ChangeLine(bytes).change
          if change.id != step.id || change.stream != stream {
            fault(.lineMisfiled, "\(change.id) in \(change.stream)")
          }
        } catch {
          fault(.lineUnreadable, error.code)
        }
      } else {
        report.skips += 1
      }
      // One altered line is one fault: the chain goes on from the digest stored with it, which later links prove.
      link = link.next(seq: step.id.seq, line: step.digest)
      if link != step.link {
        fault(.linkBroken)
        link = step.link
      }
      links[step.id.seq] = link
    }
    return links
  }

  /// - Returns: the last seq a verified seal covers.
  private func verifySeals(
    _ evidence: StreamEvidence, of replica: ReplicaID, links: [Int: Link], _ report: inout StreamVerification
  ) -> Int {
    var sealed = 0
    for stored in evidence.seals where stored.seal.through.replica == replica {
      let through = stored.seal.through
      guard let link = links[through.seq] else {
        report.faults.append(VerificationFault(.sealWithoutLine, stream: evidence.stream, id: through))
        continue
      }
      guard let key = key(replica) else {
        report.unknownSeals += 1
        continue
      }
      if stored.seal.verifies(link: link, key: key) {
        report.seals += 1
        sealed = max(sealed, through.seq)
      } else {
        report.faults.append(VerificationFault(.sealWrong, stream: evidence.stream, id: through))
      }
    }
    return sealed
  }
}
