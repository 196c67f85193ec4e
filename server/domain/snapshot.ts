import type { CalendarDay } from "./calendar-day.ts";
import type { Acheteur, Emetteur, Marque } from "./emetteur.ts";
import type {
  Address,
  FactureTotals,
  FactureType,
  LigneKind,
  Nature,
  TvaCategory,
} from "./facture.ts";
import type { BasisPoints, Cents, Quantity, UnitPrice } from "./money.ts";
import type { Acquittement } from "./reglement.ts";

/** A discount or charge with its computed amount. On the document: one per TVA group (EN 16931 BG-20/BG-21). */
export type SnapshotAjustement = {
  readonly sens: "remise" | "frais";
  /** Basis points when it was a percentage. */
  readonly percent: BasisPoints | null;
  readonly baseHt: Cents;
  readonly amountHt: Cents;
  readonly motif: string;
  readonly category: TvaCategory;
  readonly rate: BasisPoints;
};

export type SnapshotLigne = {
  readonly kind: LigneKind;
  readonly designation: string;
  readonly description: string;
  readonly quantity: Quantity;
  readonly unit: string;
  readonly unitPriceHt: UnitPrice;
  readonly nature: Nature;
  readonly category: TvaCategory;
  readonly rate: BasisPoints;
  readonly ajustements: readonly SnapshotAjustement[];
  /** BT-131. */
  readonly netHt: Cents;
};

/** A sentence the law (or the société) wants on the document, and why it is there. */
export type Mention = {
  /** Rule that put it there: "penalites", "franchise-293b", "autoliquidation"… */
  readonly rule: string;
  readonly text: string;
  /** « C. com. L441-10 », shown behind « Pourquoi ». */
  readonly legalRef: string;
  /** UNTDID 4451 subject code of the XML note, when it travels in one: PMT, PMD, AAB, REG, ABL, AAI, SUR. */
  readonly noteCode: string | null;
};

/** Reason of a zero-rated group (BT-120/BT-121). */
export type Exemption = {
  readonly category: Exclude<TvaCategory, "S">;
  readonly reason: string;
  readonly vatex: string;
};

/**
 * Everything an issued document says, frozen at issue: the XML and the page are pure functions of it.
 * Amounts in cents, days as calendar days. `version` names the shape and is part of the hash.
 */
export type Snapshot = {
  readonly version: 1;
  readonly type: FactureType;
  readonly number: string;
  readonly issuedOn: CalendarDay;
  /** Absent on an avoir. */
  readonly dueOn: CalendarDay | null;
  readonly deliveredOn: CalendarDay | null;
  /** BT-23: B1, S1, M1… */
  readonly process: string;
  /** BT-8 in CII coding: "5" débits, "29" delivery, "72" payment; null when no TVA is due. */
  readonly tvaDueCode: "5" | "29" | "72" | null;
  readonly emetteur: Emetteur;
  readonly marque: Marque;
  /** `TEMPLATE_VERSION` at issue; absent from what was issued before it was kept. */
  readonly templateVersion?: number;
  readonly acheteur: Acheteur;
  /** Routing note BAR (BR-FR-20). */
  readonly routing: "B2B" | "B2BINT" | "B2C" | "OUTOFSCOPE";
  readonly shipTo: (Address & { readonly name: string }) | null;
  readonly subject: string;
  readonly purchaseOrder: string;
  readonly buyerReference: string;
  readonly note: string;
  /** Documents this one corrects (BT-25, BT-26). */
  readonly preceding: readonly { readonly number: string; readonly issuedOn: CalendarDay }[];
  readonly lignes: readonly SnapshotLigne[];
  readonly ajustements: readonly SnapshotAjustement[];
  readonly totals: FactureTotals;
  readonly exemptions: readonly Exemption[];
  readonly mentions: readonly Mention[];
  /** « 30 jours », BT-20. */
  readonly paymentTerms: string;
  /** Paid in full before the issue: nothing is due (BT-113 = BT-112, BT-115 = 0). Absent otherwise. */
  readonly acquittement?: Acquittement;
};
