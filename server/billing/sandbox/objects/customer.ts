import type { Metadata } from "./shared.ts";

/** Who buys and by what means, as Stripe shows them. */
export type Address = {
  city: string | null;
  country: string | null;
  line1: string | null;
  line2: string | null;
  postal_code: string | null;
  state: string | null;
};

export type Customer = {
  id: string;
  object: "customer";
  address: Address | null;
  balance: number;
  created: number;
  currency: string | null;
  delinquent: boolean;
  description: string | null;
  email: string | null;
  invoice_prefix: string;
  invoice_settings: { default_payment_method: string | null; custom_fields: null; footer: null };
  metadata: Metadata;
  name: string | null;
  next_invoice_sequence: number;
  phone: string | null;
  preferred_locales: string[];
  tax_exempt: "none" | "exempt" | "reverse";
  deleted?: true;
};

export type TaxId = {
  id: string;
  object: "tax_id";
  country: string | null;
  created: number;
  customer: string;
  type: string;
  value: string;
};

export type PaymentMethod = {
  id: string;
  object: "payment_method";
  type: "card" | "sepa_debit";
  created: number;
  customer: string | null;
  metadata: Metadata;
  card?: { brand: string; last4: string; exp_month: number; exp_year: number; country: string };
  sepa_debit?: { last4: string; country: string; bank_code: string };
  /** How the test number behaves; never sent. */
  behaviour: string;
};
