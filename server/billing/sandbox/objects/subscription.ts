import type { Price, TaxRate } from "./catalogue.ts";
import type { Listed, Metadata } from "./shared.ts";

/** Subscriptions and what is planned for them, as Stripe shows them. Times in seconds. */
export type SubscriptionItem = {
  id: string;
  object: "subscription_item";
  created: number;
  current_period_start: number;
  current_period_end: number;
  metadata: Metadata;
  price: Price;
  quantity: number;
  subscription: string;
  tax_rates: TaxRate[];
};

type SubscriptionStatus =
  | "incomplete"
  | "incomplete_expired"
  | "trialing"
  | "active"
  | "past_due"
  | "unpaid"
  | "canceled"
  | "paused";

type PendingUpdate = {
  billing_cycle_anchor: number | null;
  expires_at: number;
  subscription_items: SubscriptionItem[];
  trial_end: number | null;
  trial_from_plan: boolean;
};

export type Subscription = {
  id: string;
  object: "subscription";
  automatic_tax: { enabled: boolean };
  billing_cycle_anchor: number;
  cancel_at: number | null;
  cancel_at_period_end: boolean;
  canceled_at: number | null;
  cancellation_details: { comment: string | null; feedback: string | null; reason: string | null };
  created: number;
  currency: string;
  customer: string;
  default_payment_method: string | null;
  default_tax_rates: TaxRate[];
  description: string | null;
  /** Absent from what was kept before there were any. */
  discounts?: string[];
  ended_at: number | null;
  items: Listed<SubscriptionItem>;
  latest_invoice: string | null;
  metadata: Metadata;
  pause_collection: { behavior: string; resumes_at: number | null } | null;
  pending_update: PendingUpdate | null;
  schedule: string | null;
  start_date: number;
  status: SubscriptionStatus;
  trial_end: number | null;
  trial_settings: {
    end_behavior: { missing_payment_method: "cancel" | "create_invoice" | "pause" };
  };
  trial_start: number | null;
};

export type Phase = {
  start_date: number;
  end_date: number;
  items: { price: string; quantity: number }[];
  proration_behavior: "create_prorations" | "none" | "always_invoice";
  /** Absent from what was kept before there were any. */
  discounts?: { coupon: null; discount: string; promotion_code: null }[];
  metadata: Metadata;
};

export type Schedule = {
  id: string;
  object: "subscription_schedule";
  canceled_at: number | null;
  completed_at: number | null;
  created: number;
  current_phase: { start_date: number; end_date: number } | null;
  customer: string;
  end_behavior: "cancel" | "release";
  metadata: Metadata;
  phases: Phase[];
  released_at: number | null;
  released_subscription: string | null;
  status: "active" | "canceled" | "completed" | "not_started" | "released";
  subscription: string | null;
};
