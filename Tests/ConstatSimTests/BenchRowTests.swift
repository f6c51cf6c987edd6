import SyncCore
import Testing

@testable import constat_sim

/// What a row of `bench` says of its figures.
@Suite struct BenchRowTests {
  private static func row(_ median: Double, _ scale: BenchScale) -> BenchRow {
    BenchRow("a work", [median], scale, floor: 100, aim: 50)
  }

  @Test(
    arguments: [
      (99, .milliseconds, true), (100, .milliseconds, true), (100.000_001, .milliseconds, false),
      (99, .megabytes, true), (100, .bytes, true), (101, .bytes, false),
      (101, .changesPerSecond, true), (100, .changesPerSecond, true), (99, .changesPerSecond, false),
      (101, .percent, true), (100, .percent, true), (99, .percent, false),
    ] as [(Double, BenchScale, Bool)])
  func `a floor holds when it is reached exactly, and on one side of it`(
    median: Double, scale: BenchScale, holds: Bool
  ) {
    #expect(Self.row(median, scale).holdsFloor == holds)
  }

  @Test func `the aim is judged apart from the floor`() {
    let row = Self.row(60, .microseconds)
    #expect(row.holdsFloor == true && row.holdsAim == false)
  }

  @Test func `a row without floor and aim is not judged`() {
    let row = BenchRow("a work", [1], .bytes)
    #expect(row.holdsFloor == nil && row.holdsAim == nil)
  }

  @Test func `the median is a figure that was measured, and the worst of a rate is the least`() {
    let times = BenchRow("a work", [5, 1, 4, 2], .nanoseconds)
    #expect([times.spread.median, times.best, times.worst] == [4, 1, 5])
    let rates = BenchRow("a work", [5, 1, 4], .changesPerSecond)
    #expect([rates.spread.median, rates.best, rates.worst] == [4, 5, 1])
  }

  @Test(
    arguments: [
      (.nanoseconds, 7, "7 ns"), (.microseconds, 9.999, "9999 ns"), (.microseconds, 10, "0.010 ms"),
      (.milliseconds, 1.188, "1.188 ms"), (.milliseconds, 154.4, "154 ms"), (.bytes, 703, "703 B"),
      (.bytes, 25_400, "25 kB"), (.megabytes, 52.6, "52 MB"), (.changesPerSecond, 25_662, "25662/s"),
      (.percent, 28, "28 %"),
    ] as [(BenchScale, Double, String)])
  func `a figure is written in its unit`(scale: BenchScale, figure: Double, text: String) {
    #expect(scale.text(scale.number(figure)) == text)
  }

  @Test func `a program reads of each row whether floor and aim hold`() {
    let beside = BenchRow("the bare work", [12], .milliseconds)
    let row = BenchRow("a work", [20, 30, 40], .milliseconds, floor: 30, aim: 10, beside: beside, remark: "Loro 9 ms")
    #expect(
      JSONWriter.text(row.json(section: "text")) == """
        {"aim":10000000,"aimHolds":false,"baseline":{"median":12000000,"unit":"ns","work":"the bare work"},\
        "best":20000000,"floor":30000000,"floorHolds":true,"median":30000000,"remark":"Loro 9 ms","section":"text",\
        "unit":"ns","work":"a work","worst":40000000}
        """)
  }

  @Test func `a row held against nothing says only its figures`() {
    #expect(
      JSONWriter.text(BenchRow("a work", [3], .bytes).json(section: "wire"))
        == #"{"best":3,"median":3,"section":"wire","unit":"B","work":"a work","worst":3}"#)
  }

  @Test func `a missed floor is said to a person and on the page`() {
    let row = BenchRow("a work", [41, 42, 43], .milliseconds, floor: 40, aim: 20)
    #expect(
      row.lines(width: 8) == ["a work    42 ms (41 ms … 43 ms)", "    floor 40 ms: MISSED, aim 20 ms: MISSED"])
    #expect(row.markdown == "| a work | 42 ms (41 ms … 43 ms) | 40 ms | 20 ms |  | floor missed, aim missed |")
  }

  @Test func `a floor that holds is said, with what was measured beside it`() {
    let beside = BenchRow("SQLite alone", [200], .changesPerSecond)
    let row = BenchRow("stored", [120, 100], .changesPerSecond, floor: 100, beside: beside, remark: "others 50/s")
    #expect(
      row.lines(width: 6) == [
        "stored  120/s (120/s … 100/s)",
        "    floor 100/s: holds, beside it: SQLite alone 200/s, elsewhere: others 50/s",
      ])
    #expect(
      row.markdown == "| stored | 120/s (120/s … 100/s) | 100/s |  | SQLite alone 200/s; elsewhere others 50/s |  |")
  }

  @Test func `every section has a name of its own`() {
    let names = BenchReport.sections.map { type(of: $0).name }
    #expect(Set(names).count == names.count)
  }
}
