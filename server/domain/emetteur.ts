import type { Address } from "./facture.ts";
import type { Langue } from "./langue.ts";
import type { Cents } from "./money.ts";

/** CGI 293 B (franchise en base) or the ordinary regime. */
export const tvaRegimes = ["reel", "franchise"] as const;
type TvaRegime = (typeof tvaRegimes)[number];

/** When TVA on services is due: on payment, or on issue after the option « débits ». */
export const exigibilites = ["encaissements", "debits"] as const;
type Exigibilite = (typeof exigibilites)[number];

/** Fiscal territory of the société: it decides the admissible rates (CGI 294, 296, 297), never BT-55. */
export const territoires = [
  "metropole",
  "corse",
  "guadeloupe",
  "martinique",
  "reunion",
  "guyane",
  "mayotte",
] as const;
export type Territoire = (typeof territoires)[number];

/** The société as issuer of its documents: what a facture says of the seller. Empty string means not given. */
export type Emetteur = {
  /** Dénomination sociale, or the person's name for an EI. */
  readonly nom: string;
  /** Forme juridique: "SARL", "SAS", "EI"… */
  readonly formeJuridique: string;
  /** Entrepreneur individuel: « EI » beside the name (C. com. R526-27). */
  readonly isEi: boolean;
  readonly siren: string;
  readonly siret: string;
  /** Town of the RCS, or empty for an artisan (RNE). */
  readonly rcs: string;
  readonly capital: Cents | null;
  readonly tvaNumber: string;
  readonly regime: TvaRegime;
  readonly exigibilite: Exigibilite;
  readonly territoire: Territoire;
  readonly address: Address;
  readonly email: string;
  readonly phone: string;
  readonly website: string;
  readonly iban: string;
  readonly bic: string;
  /** Default échéance in days, and fin de mois or not. */
  readonly echeanceDays: number;
  readonly echeanceFinDeMois: boolean;
  /** Annual late-payment rate in basis points (C. com. L441-10). */
  readonly penalitesRate: number;
  /** Early-payment discount in basis points; 0: « Pas d'escompte ». */
  readonly escompteRate: number;
  readonly escompteDays: number;
  /** Décennale: insurer, contact and zone, printed as given. */
  readonly assurance: string;
  /** Free wording added to the foot of documents. */
  readonly footer: string;
  /** Made-up books: its documents say that they are no factures. Absent everywhere else. */
  readonly isDemonstration?: boolean;
};

/** How the société's documents look; taken into the snapshot at issue. */
/** Typefaces bundled for documents. */
export const polices = ["inter", "source-serif"] as const;

export type Marque = {
  readonly template: "sobre" | "bandeau" | "atelier";
  /** `#rrggbb`. */
  readonly accent: string;
  readonly second: string;
  /** sha-256 of the re-encoded PNG, or null. */
  readonly logoSha256: string | null;
  readonly window: "right" | "left";
  /** Absent from what was issued before it could be chosen: Inter. */
  readonly police?: (typeof polices)[number];
};

/** The buyer as known at issue. */
export type Acheteur = {
  readonly type: "professionnel" | "particulier";
  readonly nom: string;
  readonly siren: string;
  readonly siret: string;
  readonly tvaNumber: string;
  readonly email: string;
  readonly address: Address;
  /** Of their documents; absent: French. */
  readonly langue?: Langue;
};
