import ServerCore

extension OfficeConsole {
  /// Every template by its name.
  static let templates: [String: String] = [
    "shell": ShellTemplate.page, "fault": ShellTemplate.fault, "sign-in": SignInTemplate.page,
    "resume": SignInTemplate.resume, "session": SessionTemplate.page, "attribution": Attribution.template,
    "work": WorkTemplate.page,
    "dossier-list": DossierListTemplate.page, "dossier": DossierTemplate.page, "dossier-fact": DossierTemplate.fact,
    "dossier-source": DossierTemplate.source,
    "audit": AuditTemplate.page, "audit-standing": AuditTemplate.standing, "audit-more": AuditTemplate.more,
    "audit-divergence": AuditTemplate.divergence, "audit-no-report": AuditTemplate.noReport,
    "audit-sections": AuditSectionsTemplate.sections, "audit-proofs": AuditSectionsTemplate.proofs,
    "audit-record": AuditSectionsTemplate.record,
  ]
  .merging(DivergenceTemplate.all) { $1 }
  .merging(SituationTemplate.all) { $1 }
  .merging(ActTemplate.all) { $1 }
  .merging(RegisterTemplate.all) { $1 }
  .merging(["quarantine": QuarantineTemplate.page]) { $1 }

  /// Every page.
  static func pages(_ core: ConstatServer, _ templates: PageTemplates) -> [ConsolePage] {
    let index = WorkIndex(core)
    // Reading begins at once, so that the first page of the morning is whole.
    index.warm()
    let divergence = DivergencePage(templates: templates, index: index)
    let situation = SituationPage(templates: templates)
    return [
      WorkPage.page(index, templates),
      .get("/divergences/{stream}/{id}", divergence.show), .post("/divergences/{stream}/{id}", divergence.send),
      .get("/situations/{stream}/{situation}", situation.show),
      .post("/situations/{stream}/{situation}", situation.send),
      .get(AuditPage.path) { try await AuditPage.answer($0, templates) },
      .get(AuditReportPage.path) { try await AuditReportPage.answer($0, templates) },
      SessionPage(templates: templates).page,
      CompetencePage.page(templates),
    ] + DossierPage.all(templates) + ActPage.all(templates) + QuarantinePage.all(templates)
  }
}
