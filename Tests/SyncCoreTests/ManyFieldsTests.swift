import SyncCore
import Testing

/// An entity may have any number of fields: known ones are few, but a stream holds what it is given.
struct ManyFieldsTests {
  @Test(arguments: [1, 15, 16, 17, 18, 60])
  func `L2 an entity of any number of fields is the same in any order of arrival`(count: Int) throws {
    let entity = try Samples.entity("item/1")
    let changes = try (1...count).map { number in
      let field = try #require(FieldName("field\(number)"))
      return try Samples.change(
        1, number, [.set(field, on: entity, to: .integer(Int64(number)), over: [], motive: nil)])
    }
    let upwards = try Samples.fold(changes)
    #expect(upwards == (try Samples.fold(changes.reversed())))
    #expect(upwards.hashValue == (try Samples.fold(changes.reversed())).hashValue)
    #expect(upwards != (try Samples.fold(changes.dropLast())))
    for number in 1...count {
      let field = try #require(FieldName("field\(number)"))
      #expect(upwards.field(field, of: entity, schema: OneOfEach.table)?.shown == .integer(Int64(number)))
    }
    #expect(upwards.entities[entity]?.fields.keys.count == count)
    #expect(upwards.entity(entity, schema: OneOfEach.table)?.fields.count == count)
  }
}
