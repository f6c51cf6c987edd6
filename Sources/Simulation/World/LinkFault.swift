/// What happens to one request on a simulated network.
public enum LinkFault: Hashable, Sendable {
  /// There is no network: the request is not sent.
  case offline
  /// The request is lost on the way; the sender waits in vain.
  case requestLost
  /// So many bytes of the body arrive, then the connection is gone.
  case requestCut(bytes: Int)
  /// The server acts on the request, its answer is lost.
  case responseLost
  /// So many bytes of the answer arrive as if they were all.
  case responseCut(bytes: Int)
  /// The request arrives twice; the second answer is the one received.
  case duplicated
  /// The sender waits in vain; the request arrives later, before the sender's next one.
  case delayed
  /// A captive portal answers in the server's place.
  case foreign
  /// The server acts on the request and is started anew before its answer leaves.
  case serverRestart
}
