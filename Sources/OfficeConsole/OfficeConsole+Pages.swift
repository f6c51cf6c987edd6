import ServerCore

extension OfficeConsole {
  /// Every template by its name.
  static let templates: [String: String] = [
    "shell": ShellTemplate.page, "fault": ShellTemplate.fault, "sign-in": SignInTemplate.page,
    "resume": SignInTemplate.resume, "attribution": Attribution.template,
    "session": SessionTemplate.page,
  ]

  /// Every page.
  static func pages(_ core: ConstatServer, _ templates: PageTemplates) -> [ConsolePage] {
    [
      SessionPage(templates: templates).page,
      .get("/") { visit in
        .page(title: visit.say("À traiter", "To do"), main: "<h1>À traiter</h1>")
      },
    ]
  }
}
