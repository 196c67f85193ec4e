/** A label and its value, printed side by side. */
export type Pair = readonly [label: string, value: string];

export type PartyView = {
  readonly name: string;
  /** Postal order; the country in capitals on the last line when it is not France. */
  readonly address: readonly string[];
  readonly identity: readonly string[];
};

/** A line of the table. `carry` is the running total HT after it; amounts are without currency. */
export type RowView = {
  readonly kind: "line" | "text" | "subtotal";
  readonly name: string;
  readonly description: readonly string[];
  /** Discounts and charges of the line, in words. */
  readonly note: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly rate: string;
  readonly net: string;
  readonly carry: string;
};

/** Lines under one title; an empty title is a plain list. */
export type SectionView = {
  readonly title: string;
  readonly subtotal: string;
  readonly rows: readonly RowView[];
};

export type TotalView = {
  readonly label: string;
  readonly amount: string;
  readonly strong: boolean;
};

export type VatView = {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly rate: string; readonly base: string; readonly tax: string }[];
  readonly mentions: readonly string[];
};

export type PaymentView = {
  readonly heading: string;
  readonly lines: readonly string[];
  /** IBAN first: it keeps a line of its own. */
  readonly account: readonly Pair[];
  readonly qr?: { readonly alt: string; readonly caption: string };
};

/** The colours of the société, readable whatever they are. */
export type BrandView = {
  readonly color: string;
  /** The brand, dark enough for text on white. */
  readonly ink: string;
  /** Black or white, whichever reads on the brand. */
  readonly on: string;
};

/**
 * Everything a template prints, every string ready: the templates neither add, round nor format. They read it as
 * `invoice.json`. An optional part is absent, never null.
 */
export type DocumentView = {
  readonly lang: string;
  readonly region: string;
  readonly font: string;
  readonly titleFont: string;
  readonly title: string;
  readonly heading: string;
  readonly numberLabel: string;
  readonly number: string;
  readonly stamp: string;
  /** Across each page. */
  readonly watermark?: string;
  /** Whether the Factur-X XML is embedded: not in a brouillon, which is no invoice. */
  readonly attached: boolean;
  /** UTC; the date of the PDF, never now: the same snapshot gives the same bytes. */
  readonly createdAt: Readonly<
    Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>
  >;
  readonly brand: BrandView;
  readonly logo: { readonly present: boolean; readonly alt: string };
  readonly window: "right" | "left";
  readonly seller: PartyView & { readonly contact: readonly string[] };
  readonly buyer: PartyView;
  readonly shipTo?: { readonly name: string; readonly address: readonly string[] };
  readonly facts: readonly Pair[];
  readonly details: readonly Pair[];
  readonly references: readonly string[];
  readonly subject: string;
  readonly columns: Readonly<Record<"name" | "quantity" | "price" | "rate" | "net", string>>;
  readonly currencySuffix: string;
  readonly sections: readonly SectionView[];
  readonly totals: readonly TotalView[];
  readonly vat: VatView;
  readonly payable: { readonly label: string; readonly amount: string; readonly due: string };
  readonly payment: PaymentView;
  /** The société's free note, one entry per paragraph. */
  readonly note: readonly string[];
  /** The sum in words (Atelier). */
  readonly closing: string;
  readonly mentionsHeading: string;
  readonly mentions: readonly string[];
  readonly footer: readonly string[];
  readonly labels: {
    readonly [name in
      | "seller"
      | "buyer"
      | "shipTo"
      | "totals"
      | "amount"
      | "subtotal"
      | "carried"
      | "brought"]: string;
  } & { readonly page: readonly [before: string, between: string] };
};
