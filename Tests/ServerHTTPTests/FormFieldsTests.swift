import ServerHTTP
import Testing

@Suite struct `forms as browsers send them` {
  private func read(_ text: String, max: Int = 10) -> [FormFields.Field]? {
    FormFields(encoded: text.utf8, countMax: max)?.fields
  }

  @Test func `plus is a space, escapes are bytes of UTF-8, and a name may come more than once`() throws {
    let form = try #require(
      FormFields(encoded: "motive=vu+le+16%20mai+%C3%A0+l%27atelier&head=A:1&head=B:2&empty=&bare".utf8, countMax: 10))
    #expect(form["motive"] == "vu le 16 mai à l'atelier")
    #expect(form.all("head") == ["A:1", "B:2"])
    #expect(form["empty"] == "")
    #expect(form["bare"] == "")
    #expect(form["none"] == nil)
  }

  @Test(arguments: ["a=%", "a=%4", "a=%GG", "a=%C3", "%FF=1", "a=%ED%A0%80"])
  func `broken escapes and broken UTF-8 are no form`(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test func `L12 as many fields as allowed, and not one more`() {
    #expect(read("a=1&b=2&c=3", max: 3)?.count == 3)
    #expect(read("a=1&b=2&c=3&d=4", max: 3) == nil)
    #expect(read("")?.isEmpty == true)
    #expect(read("&&a=1&&") == [FormFields.Field("a", "1")])
  }

  @Test func `names are compared by bytes`() {
    #expect(FormFields([.init("e\u{301}", "1")])["\u{E9}"] == nil)
  }
}
