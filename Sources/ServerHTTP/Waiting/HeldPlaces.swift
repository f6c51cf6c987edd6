import Synchronization

/// Places for requests that are held for long: so many in all, and so many for one caller.
final class HeldPlaces<Caller: Hashable & Sendable>: Sendable {
  /// Why there is no place.
  enum Refusal: Error { case full, callerFull }

  /// One place, free again when nobody holds it any more: also of an answer whose body was never written.
  final class Place: Sendable {
    private let places: HeldPlaces
    private let caller: Caller

    fileprivate init(_ places: HeldPlaces, _ caller: Caller) {
      self.places = places
      self.caller = caller
    }

    deinit { places.free(caller) }
  }

  private let placesMax: Int
  private let perCallerMax: Int
  private let taken = Mutex<(all: Int, byCaller: [Caller: Int])>((0, [:]))

  init(placesMax: Int, perCallerMax: Int) {
    self.placesMax = placesMax
    self.perCallerMax = perCallerMax
  }

  /// Places taken at this moment.
  var held: Int { taken.withLock { $0.all } }

  /// Takes a place for a caller.
  func take(_ caller: Caller) throws(Refusal) -> Place {
    let refusal: Refusal? = taken.withLock { taken in
      guard taken.all < placesMax else { return .full }
      guard taken.byCaller[caller, default: 0] < perCallerMax else { return .callerFull }
      taken.all += 1
      taken.byCaller[caller, default: 0] += 1
      return nil
    }
    if let refusal { throw refusal }
    return Place(self, caller)
  }

  private func free(_ caller: Caller) {
    taken.withLock { taken in
      taken.all -= 1
      let left = taken.byCaller[caller, default: 1] - 1
      taken.byCaller[caller] = left == 0 ? nil : left
    }
  }
}
