import type { Emetteur } from "./emetteur.ts";
import {
  isBic,
  isEmail,
  isIban,
  isPostalCode,
  isSiren,
  isSiret,
  isTvaNumber,
} from "./identifiers.ts";
import { isFrenchSoil, placeOf, zoneOf } from "./place.ts";
import { problem } from "./problem-codes.ts";
import type { Problem } from "./refusal.ts";
import { requiredProblems, textProblems, valueProblem } from "./text-problems.ts";

/** Forms whose papers must state a capital and a registry (C. com. R123-237 and R123-238). */
const CAPITAL_FORMS =
  /^(?:SARL|EURL|SAS|SASU|SA|SCA|SCS|SNC|SELARL|SELAS|SELARLU|SELASU|SCIC|SCOP)$/i;

/** Companies with a capital; associations, EI and professions state neither capital nor RCS. */
export const hasCapital = ({ isEi, formeJuridique }: Pick<Emetteur, "isEi" | "formeJuridique">) =>
  !isEi && CAPITAL_FORMS.test(formeJuridique.replace(/[.\s]/g, ""));

/** What is wrong in what was given, whatever is still missing. Fields are prefixed `emetteur.`. */
export function emetteurFaults(emetteur: Emetteur): readonly Problem[] {
  const { siren, siret, address } = emetteur;
  return [
    ...valueProblem("emetteur.siren", siren, isSiren, "SIREN_INVALID"),
    ...valueProblem("emetteur.siret", siret, isSiret, "SIRET_INVALID"),
    ...valueProblem("emetteur.siret", siret, (s) => s.startsWith(siren), "SIRET_NOT_OF_SIREN"),
    ...valueProblem("emetteur.tvaNumber", emetteur.tvaNumber, isOwnTvaNumber, "TVA_NUMBER_INVALID"),
    ...valueProblem("emetteur.iban", emetteur.iban, isIban, "IBAN_INVALID"),
    ...valueProblem("emetteur.bic", emetteur.bic, isBic, "BIC_INVALID"),
    ...valueProblem("emetteur.email", emetteur.email, isEmail, "EMAIL_INVALID"),
    ...valueProblem("emetteur.address.zip", address.zip, isFrenchZip, "ZIP_INVALID"),
    ...valueProblem("emetteur.address.country", address.country, isHome, "COUNTRY_INVALID"),
    ...emetteurTexts(emetteur),
  ];

  function isOwnTvaNumber(number: string): boolean {
    return isTvaNumber(number, "FR") && (siren === "" || number.endsWith(siren));
  }
}

const isFrenchZip = (zip: string) => isPostalCode("FR", zip);
const isHome = (country: string) => isFrenchSoil(placeOf({ country, zip: "" }).zone);

const emetteurTexts = (emetteur: Emetteur): readonly Problem[] => [
  ...textProblems("emetteur.nom", emetteur.nom, "nom"),
  ...textProblems("emetteur.formeJuridique", emetteur.formeJuridique, "formeJuridique"),
  ...textProblems("emetteur.rcs", emetteur.rcs, "rcs"),
  ...textProblems("emetteur.address.line1", emetteur.address.line1, "addressLine"),
  ...textProblems("emetteur.address.line2", emetteur.address.line2, "addressLine"),
  ...textProblems("emetteur.address.city", emetteur.address.city, "city"),
  ...textProblems("emetteur.phone", emetteur.phone, "phone"),
  ...textProblems("emetteur.website", emetteur.website, "website"),
  ...textProblems("emetteur.assurance", emetteur.assurance, "assurance"),
  ...textProblems("emetteur.footer", emetteur.footer, "footer"),
];

/** TVA applies and the société collects it: its number must be on every facture (CGI ann. II 242 nonies A). */
export const needsTvaNumber = ({ regime, territoire }: Emetteur) =>
  regime === "reel" && zoneOf(territoire) !== "guyane_mayotte";

/** What a lawful facture needs and the société has not given yet: the list shown before the first issue. */
export function emetteurGaps(emetteur: Emetteur): readonly Problem[] {
  const { nom, siren, formeJuridique, rcs, isEi, address, tvaNumber } = emetteur;
  const isCompany = hasCapital(emetteur);
  return [
    ...requiredProblems({
      "emetteur.nom": nom,
      "emetteur.siren": siren,
      "emetteur.address.line1": address.line1,
      "emetteur.address.zip": address.zip,
      "emetteur.address.city": address.city,
      "emetteur.address.country": address.country,
      ...(isEi ? {} : { "emetteur.formeJuridique": formeJuridique }),
      ...(isCompany ? { "emetteur.rcs": rcs } : {}),
    }),
    ...(isCompany && emetteur.capital === null ? [problem("emetteur.capital", "REQUIRED")] : []),
    ...(needsTvaNumber(emetteur) && tvaNumber === ""
      ? [problem("emetteur.tvaNumber", "TVA_NUMBER_REQUIRED")]
      : []),
    ...(emetteur.penalitesRate > 0 ? [] : [problem("emetteur.penalitesRate", "REQUIRED")]),
  ];
}
