type Json = Record<string, unknown>;

/** Fields the sandbox keeps for itself. */
export const hiddenFields: Readonly<Record<string, readonly string[]>> = {
  payment_method: ["behaviour"],
  coupon: ["applies_to"],
  invoice: ["payment_intent_id"],
  payment_intent: ["settles_at", "invoice_id"],
  "checkout.session": ["wanted"],
};

const nulls = (names: string): Json =>
  Object.fromEntries(names.split(" ").map((name) => [name, null]));

const selfIssued = { issuer: { type: "self" } };
const flexible = {
  billing_mode: { type: "flexible", flexible: { proration_discounts: "included" } },
};

/** The fields of each shape (2026-10-28.endive) that never vary here. */
const constants: Readonly<Record<string, Json>> = {
  product: {
    ...nulls("package_dimensions shippable statement_descriptor tax_details url"),
    images: [],
    livemode: false,
    marketing_features: [],
    type: "service",
  },
  price: {
    ...nulls("custom_unit_amount tiers_mode transform_quantity"),
    billing_scheme: "per_unit",
    livemode: false,
    type: "recurring",
  },
  coupon: { livemode: false },
  discount: nulls(
    "checkout_session customer_account invoice invoice_item promotion_code subscription_item",
  ),
  customer: {
    ...nulls("customer_account default_source discount shipping test_clock"),
    livemode: false,
  },
  tax_id: { customer_account: null, livemode: false },
  tax_rate: {
    ...nulls("flat_amount state"),
    effective_percentage: null,
    jurisdiction_level: "country",
    livemode: false,
    rate_type: "percentage",
    tax_type: "vat",
  },
  payment_method: { allow_redisplay: "limited", customer_account: null, livemode: false },
  subscription: {
    ...nulls(
      "application application_fee_percent billing_cycle_anchor_config billing_thresholds customer_account",
    ),
    ...nulls("days_until_due default_source managed_payments next_pending_invoice_item_invoice"),
    ...nulls(
      "on_behalf_of pending_invoice_item_interval pending_setup_intent test_clock transfer_data",
    ),
    ...flexible,
    billing_schedules: [],
    collection_method: "charge_automatically",
    discounts: [],
    invoice_settings: { account_tax_ids: null, ...selfIssued },
    livemode: false,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: "on_subscription",
    },
  },
  subscription_item: { billing_thresholds: null, current_trial: null, discounts: [] },
  invoice: {
    ...nulls("account_tax_ids application custom_fields customer_account customer_phone"),
    ...nulls("customer_shipping default_payment_method default_source description due_date footer"),
    ...nulls("from_invoice last_finalization_error latest_revision on_behalf_of receipt_number"),
    ...nulls("rendering shipping_cost shipping_details statement_descriptor test_clock"),
    ...nulls("webhooks_delivered_at"),
    ...selfIssued,
    account_country: "FR",
    account_name: "FacturePro (bac à sable)",
    amount_overpaid: 0,
    amount_shipping: 0,
    collection_method: "charge_automatically",
    customer_tax_exempt: "none",
    default_tax_rates: [],
    discounts: [],
    livemode: false,
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    total_discount_amounts: [],
    total_pretax_credit_amounts: [],
  },
  line_item: {
    discount_amounts: [],
    discountable: true,
    discounts: [],
    livemode: false,
    pretax_credit_amounts: [],
    quantity_decimal: "1",
  },
  payment_intent: {
    ...nulls("allowed_payment_method_types application application_fee_amount canceled_at"),
    ...nulls("automatic_payment_methods cancellation_reason customer_account description"),
    ...nulls("excluded_payment_method_types managed_payments on_behalf_of payment_record"),
    ...nulls(
      "payment_method_configuration_details payment_method_options processing receipt_email",
    ),
    ...nulls("review shipping source statement_descriptor statement_descriptor_suffix"),
    ...nulls("transfer_data transfer_group"),
    amount_capturable: 0,
    capture_method: "automatic",
    confirmation_method: "automatic",
    livemode: false,
    setup_future_usage: "off_session",
  },
  charge: {
    ...nulls("application application_fee application_fee_amount balance_transaction description"),
    ...nulls("calculated_statement_descriptor failure_balance_transaction on_behalf_of outcome"),
    ...nulls("payment_method_details receipt_email receipt_number receipt_url review shipping"),
    ...nulls("source source_transfer statement_descriptor statement_descriptor_suffix"),
    ...nulls("transfer_data transfer_group"),
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    captured: true,
    fraud_details: {},
    livemode: false,
  },
  refund: {
    ...nulls("balance_transaction customer_account payment_method receipt_number"),
    ...nulls("source_transfer_reversal transfer_reversal"),
  },
  dispute: {
    balance_transactions: [],
    enhanced_eligibility_types: [],
    evidence: {},
    evidence_details: { due_by: null, has_evidence: false, past_due: false, submission_count: 0 },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
  },
  credit_note: {
    ...nulls("customer_account customer_balance_transaction effective_at out_of_band_amount"),
    amount_shipping: 0,
    discount_amount: 0,
    discount_amounts: [],
    livemode: false,
    pretax_credit_amounts: [],
    shipping_cost: null,
  },
  "checkout.session": {
    ...nulls(
      "adaptive_pricing after_expiration allow_promotion_codes allowed_payment_method_types",
    ),
    ...nulls("client_secret collected_information consent consent_collection currency_conversion"),
    ...nulls(
      "customer_account customer_creation discounts integration_identifier invoice_creation",
    ),
    ...nulls(
      "managed_payments origin_context payment_intent payment_link permissions recovered_from",
    ),
    ...nulls("payment_method_configuration_details payment_method_options setup_intent"),
    ...nulls("saved_payment_method_options shipping_address_collection shipping_cost submit_type"),
    ...nulls("wallet_options"),
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    livemode: false,
    payment_method_collection: "always",
    phone_number_collection: { enabled: false },
    shipping_options: [],
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: "hosted_page",
  },
  subscription_schedule: {
    ...nulls("application customer_account test_clock"),
    ...flexible,
    livemode: false,
    pause_schedules: [],
    default_settings: {
      application_fee_percent: null,
      automatic_tax: { enabled: false, disabled_reason: null, liability: null },
      billing_cycle_anchor: "automatic",
      billing_thresholds: null,
      collection_method: "charge_automatically",
      default_payment_method: null,
      description: null,
      invoice_settings: { account_tax_ids: null, days_until_due: null, ...selfIssued },
      on_behalf_of: null,
      transfer_data: null,
    },
  },
  "billing_portal.configuration": {
    application: null,
    livemode: false,
    login_page: { enabled: false, url: null },
    name: null,
  },
  "billing_portal.session": { customer_account: null, livemode: false, on_behalf_of: null },
};

/** What follows from other fields of the same row. */
const derived: Readonly<Record<string, (row: Json) => Json>> = {
  price: ({ unit_amount }) => ({ unit_amount_decimal: String(unit_amount) }),
  tax_id: ({ customer }) => ({
    owner: { type: "customer", customer },
    verification: { status: "verified", verified_address: null, verified_name: null },
  }),
  coupon: ({ max_redemptions, times_redeemed }) => ({
    valid: max_redemptions === null || Number(times_redeemed) < Number(max_redemptions),
  }),
  charge: ({ amount, status }) => ({ amount_captured: status === "succeeded" ? amount : 0 }),
  subscription_item: ({ price }) => ({ plan: planOf(price as Json) }),
};

export const constantsOf = (object: string, row: Json): Json => ({
  ...constants[object],
  ...derived[object]?.(row),
});

function planOf(price: Json): Json {
  const { interval, interval_count } = (price["recurring"] ?? {}) as Json;
  const { id, active, created, currency, metadata, nickname, product, unit_amount } = price;
  return {
    ...nulls("meter tiers_mode transform_usage trial_period_days"),
    ...{ id, active, created, currency, metadata, nickname, product, interval, interval_count },
    object: "plan",
    amount: unit_amount,
    amount_decimal: String(unit_amount),
    billing_scheme: "per_unit",
    livemode: false,
    usage_type: "licensed",
  };
}
