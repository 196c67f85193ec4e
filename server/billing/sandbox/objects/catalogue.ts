import type { Metadata } from "./shared.ts";

/** What is sold, as Stripe shows it and the sandbox keeps it: the fields it acts upon. Times in seconds, amounts in cents. */
export type Product = {
  id: string;
  object: "product";
  active: boolean;
  name: string;
  description: string | null;
  metadata: Metadata;
  default_price: string | null;
  tax_code: string | null;
  unit_label: string | null;
  created: number;
  updated: number;
};

export type Interval = "day" | "week" | "month" | "year";

export type Price = {
  id: string;
  object: "price";
  active: boolean;
  currency: string;
  lookup_key: string | null;
  metadata: Metadata;
  nickname: string | null;
  product: string;
  recurring: { interval: Interval; interval_count: number } | null;
  tax_behavior: "exclusive" | "inclusive" | "unspecified";
  unit_amount: number;
  created: number;
};

export type TaxRate = {
  id: string;
  object: "tax_rate";
  active: boolean;
  country: string | null;
  created: number;
  description: string | null;
  display_name: string;
  inclusive: boolean;
  jurisdiction: string | null;
  metadata: Metadata;
  percentage: number;
};
