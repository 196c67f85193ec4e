import type { Metadata } from "./shared.ts";

/** What Stripe's own pages are opened with, as it shows them. */
export type CheckoutSession = {
  id: string;
  object: "checkout.session";
  amount_subtotal: number;
  amount_total: number;
  automatic_tax: { enabled: boolean; status: string | null };
  billing_address_collection: "auto" | "required" | null;
  cancel_url: string | null;
  client_reference_id: string | null;
  created: number;
  currency: string;
  customer: string | null;
  customer_details: Record<string, unknown> | null;
  customer_email: string | null;
  expires_at: number;
  invoice: string | null;
  locale: string | null;
  metadata: Metadata;
  mode: "subscription";
  payment_method_types: string[];
  payment_status: "paid" | "unpaid" | "no_payment_required";
  status: "open" | "complete" | "expired";
  subscription: string | null;
  success_url: string | null;
  tax_id_collection: { enabled: boolean; required: string };
  url: string | null;
  /** What the subscription will be made of; never sent. */
  wanted: {
    price: string;
    quantity: number;
    taxRates: string[];
    trialEnd: number | null;
    metadata: Metadata;
    description: string | null;
    missingPaymentMethod: "cancel" | "create_invoice" | "pause";
    updatesName: boolean;
    updatesAddress: boolean;
    collectsMethod: "always" | "if_required";
  };
};

export type PortalConfiguration = {
  id: string;
  object: "billing_portal.configuration";
  active: boolean;
  business_profile: unknown;
  created: number;
  default_return_url: string | null;
  features: Record<string, unknown>;
  is_default: boolean;
  metadata: Metadata;
  updated: number;
};

export type PortalSession = {
  id: string;
  object: "billing_portal.session";
  configuration: string;
  created: number;
  customer: string;
  flow: Record<string, unknown> | null;
  locale: string | null;
  return_url: string | null;
  url: string;
};
