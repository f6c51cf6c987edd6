extension ReasonPhrase {
  /// Who may be subcontracted to, under which contract, and how much.
  static let qualiopiSubcontracting: [ReasonPhrase] = [
    ReasonPhrase(
      "subcontract-cascade",
      what: (
        "Le sous-traitant confierait la prestation à un autre.",
        "The subcontractor would entrust the service to another."
      ),
      why: ("Un sous-traitant ne sous-traite pas à son tour.", "A subcontractor does not subcontract in turn."),
      wayOut: (
        "Le donneur d'ordres contracte directement avec celui qui réalise.",
        "The principal contracts directly with whoever performs."
      )),
    ReasonPhrase(
      "subcontractor-not-certified",
      what: (
        "Rien ne montre que le sous-traitant est certifié Qualiopi.",
        "Nothing shows that the subcontractor is Qualiopi-certified."
      ),
      why: (
        "Pour une prestation financée par le CPF, le sous-traitant est certifié.",
        "For a service paid by the CPF, the subcontractor is certified."
      ),
      wayOut: (
        "Faites verser son certificat, ou choisissez un organisme certifié.",
        "Have its certificate put on file, or choose a certified body."
      )),
    ReasonPhrase(
      "subcontractor-not-entitled",
      what: (
        "Rien ne montre que le sous-traitant détient la certification, ou une habilitation à y former.",
        "Nothing shows that the subcontractor holds the certification, or a habilitation to train for it."
      ),
      why: (
        "Le sous-traitant d'une prestation financée par le CPF en est certificateur ou y est habilité.",
        "The subcontractor of a service paid by the CPF holds the certification or is habilitated for it."
      ),
      wayOut: (
        "Faites verser l'habilitation donnée par le certificateur.", "Have the certifier's habilitation put on file."
      )),
    ReasonPhrase(
      "micro-social-not-exempt",
      what: (
        "Le chiffre d'affaires du sous-traitant est de {turnover}, et rien ne montre qu'il est certifié Qualiopi.",
        "The subcontractor's turnover is {turnover}, and nothing shows that it is Qualiopi-certified."
      ),
      why: (
        "Le régime micro-social n'en dispense que sous {threshold}, ce montant exclu.",
        "The micro-social scheme exempts from it only under {threshold}, that amount excluded."
      ),
      wayOut: (
        "Faites verser son certificat, ou choisissez un organisme certifié.",
        "Have its certificate put on file, or choose a certified body."
      )),
    ReasonPhrase(
      "micro-social-turnover-missing",
      what: (
        "Le chiffre d'affaires du sous-traitant au régime micro-social n'est pas enregistré.",
        "The turnover of the micro-social subcontractor is not recorded."
      ),
      why: (
        "Sans lui, la dispense de Qualiopi sous {threshold} ne se vérifie pas.",
        "Without it the exemption from Qualiopi under {threshold} cannot be verified."
      ),
      wayOut: ("Enregistrez son chiffre d'affaires.", "Record its turnover.")),
    ReasonPhrase(
      "subcontractor-not-habilitated",
      what: (
        "Rien ne montre que le sous-traitant est habilité à former par le certificateur ({share}).",
        "Nothing shows that the subcontractor has a habilitation to train from the certifier ({share})."
      ),
      why: (
        "Hors régime micro-social, une action certifiante entière ou un bloc RNCP demande cette habilitation.",
        "Outside the micro-social scheme, a whole certifying action or an RNCP block asks for that habilitation."
      ),
      wayOut: (
        "Faites verser l'habilitation, ou confiez moins d'un bloc.",
        "Have the habilitation put on file, or entrust less than a block."
      )),
    ReasonPhrase(
      "subcontractor-delisted",
      what: (
        "Le sous-traitant est déréférencé de Mon Compte Formation depuis le {from}\u{202F}; mission acceptée le"
          + " {accepted}.",
        "The subcontractor is delisted from Mon Compte Formation since {from}; mission accepted on {accepted}."
      ),
      why: (
        "Un sous-traitant déréférencé n'accepte pas de mission financée par le CPF.",
        "A delisted subcontractor accepts no mission paid by the CPF."
      ),
      wayOut: (
        "Attendez la fin du déréférencement, ou choisissez un autre organisme.",
        "Wait for the end of the delisting, or choose another body."
      )),
    ReasonPhrase(
      "subcontract-not-written",
      what: ("Aucun écrit n'est versé pour cette sous-traitance.", "No writing is on file for this subcontracting."),
      why: ("Toute sous-traitance fait l'objet d'un écrit.", "Every subcontract is in writing."),
      wayOut: ("Faites verser le contrat signé.", "Have the signed contract put on file.")),
    ReasonPhrase(
      "subcontract-incomplete",
      what: (
        "Le contrat porte {held} des 8 mentions\u{202F}; il manque\u{202F}: {contractItems}.",
        "The contract holds {held} of the 8 items; it lacks: {contractItems}."
      ),
      why: ("Un contrat de sous-traitance porte huit mentions.", "A subcontract holds eight items."),
      wayOut: ("Faites compléter le contrat par un avenant.", "Have the contract completed by an amendment.")),
    ReasonPhrase(
      "subcontractor-not-checked",
      what: (
        "Rien ne montre que le donneur d'ordres a vérifié le sous-traitant ou le salarié porté.",
        "Nothing shows that the principal checked the subcontractor or umbrella employee."
      ),
      why: (
        "Le donneur d'ordres s'assure de leur conformité au référentiel national.",
        "The principal checks that they meet the national referential."
      ),
      wayOut: (
        "Demandez la preuve de cette vérification (indicateur 27).",
        "Ask for the evidence of that check (indicator 27)."
      )),
    ReasonPhrase(
      "edof-turnover-missing",
      what: (
        "{subcontracted} sont sous-traités en {year}, et le chiffre d'affaires EDOF de l'année n'est pas enregistré.",
        "{subcontracted} is subcontracted in {year}, and the EDOF turnover of that year is not recorded."
      ),
      why: (
        "La sous-traitance des prestations CPF se mesure à ce chiffre d'affaires, 80\u{202F}% au plus.",
        "The subcontracting of CPF services is measured against that turnover, 80% at most."
      ),
      wayOut: (
        "Enregistrez le chiffre d'affaires EDOF de l'année dans le dossier.",
        "Record the EDOF turnover of that year in the dossier."
      )),
    ReasonPhrase(
      "subcontracting-cap-exceeded",
      what: (
        "Du {from} au {until}, {subcontracted} sont sous-traités sur {turnover} vendus par EDOF.",
        "From {from} to {until}, {subcontracted} is subcontracted of {turnover} sold through EDOF."
      ),
      why: ("Le plafond est de 80\u{202F}%, soit {ceiling}.", "The cap is 80%, that is {ceiling}."),
      wayOut: (
        "Ramenez la sous-traitance des prestations CPF sous le plafond de la période.",
        "Bring the subcontracting of CPF services under the cap of the period."
      )),
  ]
}
