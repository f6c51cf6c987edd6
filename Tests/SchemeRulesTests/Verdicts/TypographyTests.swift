import AuditModel
import Testing

@testable import SchemeRules

@Suite struct TypographyTests {
  static let texts: [LocalizedText] =
    ReasonPhrase.all.flatMap { [$0.what, $0.why, $0.wayOut] }
    + IndicatorCatalogue.all.map(\.label) + QualiopiCriterion.allCases.map(\.title)
    + ScopeReason.allCases.map(\.words) + QualiopiGrade.allCases.map(\.words) + DueDocument.allCases.map(\.label)
    + QualiopiAuditState.allCases.map(\.words) + QualiopiNonConformityState.allCases.map(\.words)
    + QualiopiAuditKind.allCases.map(\.words) + AuditMode.allCases.map(\.words) + ActionCategory.allCases.map(\.words)
    + DecisionOutcome.allCases.map(\.words) + RuleNeed.allCases.map(\.words) + TransitionActor.allCases.map(\.words)
    + ControlPoint.all.map(\.label) + CertifIAGGrade.allCases.map(\.words)
    + CertifIAGHabilitationState.allCases.map(\.words) + ActCatalogue.all.map(\.words)
    + RuleRegister.all.map(\.statement) + RuleRegister.qualiopiChapters.map(\.title)
    + RuleRegister.all.flatMap { RuleSheet($0).lines }.filter { !["source", "setting"].contains($0.label.en) }
    .flatMap { [$0.label, $0.text] }
    + QualiopiFee.allCases.map(\.words) + PurchaseOrder.Lack.allCases.map(\.words)
    + InvoiceTransfer.allCases.map(\.words) + SubcontractItem.allCases.map(\.words)
    + SubcontractingCap.Basis.allCases.map(\.words) + SubcontractingCap.Service.Nature.allCases.map(\.words)
    + Subcontract.Share.allCases.map(\.words) + AdaptedCondition.all.map(\.words)
    + EligibleTraining.allCases.map(\.words) + FunderNote.allCases.map(\.words)

  @Test func `French punctuation is preceded by a narrow no-break space, and quotes hold one inside`() {
    let space: Unicode.Scalar = "\u{202F}"
    for text in Self.texts {
      let scalars = Array(text.fr.unicodeScalars)
      for (index, scalar) in scalars.enumerated() {
        switch scalar {
        case ":", ";", "?", "!", "»", "%": #expect(index > 0 && scalars[index - 1] == space, "\(text.fr)")
        case "«": #expect(index + 1 < scalars.count && scalars[index + 1] == space, "\(text.fr)")
        default: continue
        }
      }
    }
  }

  @Test func `every text exists in both languages, without double spaces or loose ends`() {
    #expect(Self.texts.count > 200)
    for text in Self.texts {
      for words in [text.fr, text.en] {
        #expect(!words.isEmpty)
        #expect(!words.contains("  "), "\(words)")
        #expect(words.first?.isWhitespace == false && words.last?.isWhitespace == false, "\(words)")
      }
    }
  }

  @Test func `no text says conflict where French says divergence`() {
    #expect(!Self.texts.contains { $0.fr.lowercased().contains("conflit") })
  }
}
