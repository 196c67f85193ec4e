import type { refusalsFr } from "../../refusals-fr";
import type { Twin } from "../twin";

/** One sentence per refusal: what happened, then what to do. */
export const refusals = {
  ACCOUNT_NEEDED:
    "Your account is not erased: you are the only person who administers {{societes}}. Hand this role over to somebody else first.",
  ACTE_INVALID: "Nothing is done: some information needs correcting.",
  AMOUNTS_HIDDEN:
    "This is somebody else’s document ({{auteur}}): its amounts are hidden from you. To read it, ask a person who administers the company.",
  ANNONCE_NOT_FOUND: "This announcement is no longer shown.",
  AVOIR_EMPTY: "This credit note gives nothing back yet: enter a quantity on a line, or an amount.",
  AVOIR_EXCEEDS: "This credit note exceeds what is left of the invoice: {{reste}} at most.",
  BILLING_UNAVAILABLE:
    "Online payment does not answer at the moment: nothing was changed. Try again in a few minutes; your invoices are not affected.",
  BUYER_INCOMPLETE:
    "Complete your company’s identity first: it appears on the invoices of your subscription.",
  CLIENT_INVALID: "This customer is not saved: some information needs correcting.",
  CLIENT_NOT_FOUND:
    "This customer does not exist in your company. Go back to the list of customers.",
  CLOTURE_INVALID: "The deletion is not requested: some information needs correcting.",
  CLOTURE_NOT_ASKED: "The deletion of this company is no longer requested. Reload the page.",
  CODE_WRONG:
    "This code is not the right one, or has already been used. Wait for the next one, or take a recovery code.",
  CURSOR_INVALID: "The rest of this list is no longer available. Reload the page.",
  DEMONSTRATION_LIMITED:
    "This has no place in a demonstration company: no payment, no team, no message.",
  DEMONSTRATION_NOT_FOUND: "You have no demonstration company any more.",
  DEROGATION_NOT_FOUND: "What was granted has already ended. Reload the page.",
  ECART_NOT_FOUND: "This difference is no longer in the comparison. Reload the page.",
  EDITEUR_KEPT: "This company keeps the books of the service itself: it cannot be deleted.",
  EDITEUR_MISSING:
    "The paid plans are not on sale yet: the service has not said who invoices them.",
  EDITEUR_UNKNOWN: "This company cannot be the publisher: choose one that you administer.",
  ENROLMENT_OVER: "This activation is no longer under way. Start it again from My account.",
  EVENEMENT_NOT_FOUND: "This event is not in the ledger. Reload the page.",
  EXPORT_RUNNING:
    "An export of this company is already under way. Wait until it ends, then try again.",
  FACTURE_ALREADY_CANCELLED:
    "A credit note already corrects this invoice. Reload the page: it says what is left to credit.",
  FACTURE_ALREADY_ISSUED: "This invoice is already issued. Reload the page to see its number.",
  FACTURE_INCOMPLETE: "This invoice cannot be issued yet: some information is missing.",
  FACTURE_INVALID: "This draft is not saved: some information needs correcting.",
  FACTURE_NOT_FOUND:
    "This invoice does not exist in your company. Go back to the list of invoices.",
  FACTURE_NOT_ISSUED: "This invoice is a draft: issue it first.",
  FEATURE_NOT_IN_PLAN:
    "This document template is not part of the {{plan}} plan. Keep yours or Sobre, or change plans.",
  IDENTITY_INVALID: "Nothing is saved: some information needs correcting.",
  IDEMPOTENCY_MISMATCH:
    "This request no longer matches what is shown. Reload the page, then try again.",
  INVITATION_ADDRESS_KNOWN:
    "An account already exists at this address. Log in with it, then open this link again.",
  INVITATION_FOR_ANOTHER:
    "This invitation is made to another address than your account’s. Log in with the right account, or ask for an invitation to your address.",
  INVITATION_INVALID: "The invitation was not sent: some information needs correcting.",
  INVITATION_LINK_INVALID:
    "This invitation has already been used, was withdrawn or is no longer valid. Ask the person who invited you for a new one.",
  INVITATION_NOT_FOUND: "This invitation is no longer pending. Reload the page.",
  ISSUE_BEFORE_LAST:
    "A more recent invoice already carries a number of this series. Issue this one with today’s date.",
  LAST_ADMIN:
    "A company always keeps one person to administer it. Hand this role over to somebody else first.",
  LINK_INVALID:
    "This link has already been used or is no longer valid. Ask for a new one from My account.",
  LOGIN_FAILED: "Wrong username or password. Check them, or ask for a new password.",
  LOGO_INVALID: "This file is not an image we can read. Choose a PNG, a JPEG or a WebP.",
  LOGO_TOO_LARGE: "This logo exceeds {{megaoctets}} MB. Choose a lighter image.",
  MAINTENANCE_UNCHANGED: "The maintenance mode has already changed. Reload the page.",
  MEMBER_INVALID: "These rights are not saved: some information needs correcting.",
  MEMBER_NOT_FOUND: "This person no longer belongs to your company. Reload the page.",
  MONTHS_REFUSED:
    "Its subscription owes a payment, is ending or about to change plans: there is no renewal to give. Reload the page.",
  NOTHING_DUE: "This company owes nothing: there is no grace to extend.",
  NUMBER_EXAMPLE_UNREADABLE:
    "We read no rank in this number. Copy the last number issued, for instance FA-2026-0142.",
  NUMBER_PATTERN_INVALID: "This number format will not do: {{faute}}",
  PASSKEY_NOT_FOUND: "This passkey is not in your account. Reload the page.",
  PASSKEYS_TOO_MANY: "You already have {{max}} passkeys. Remove one first.",
  PASSKEY_REFUSED: "This passkey was not accepted. Try again, or log in another way.",
  PASSWORD_REFUSED: "This password is not safe enough. Choose another one.",
  PASSWORD_REQUIRED: "Confirm this change with your password.",
  PASSWORD_WRONG: "Nothing was changed: the password typed is not yours.",
  PAYMENT_REFUSED:
    "Your bank refused this payment. Choose another means of payment, then try again.",
  PENDING_LOGIN_OVER: "This login has waited too long. Start again with your password.",
  PLAN_ARCHIVED: "The {{plan}} plan is no longer offered. Choose another one among the prices.",
  PLAN_KEPT:
    "This plan stays on sale: companies fall back to it, or try it when they register. You may change it.",
  PLAN_NOT_FOUND: "This plan does not exist. Choose one among the prices.",
  PLAN_UNCHANGED: "Your company already has this plan.",
  PLAN_WITHOUT_PRICE: "The {{plan}} plan is not bought online. Choose another one.",
  PRODUIT_INVALID: "This product is not saved: some information needs correcting.",
  PRODUIT_NOT_FOUND:
    "This product does not exist in your company. Go back to the list of products.",
  QUOTA_REACHED: "Your {{limit}} invoices of the period are issued. {{suite}}",
  REGISTRATION_INVALID: "The company is not created: some information needs correcting.",
  REGLEMENT_ALREADY_REVERSED:
    "This payment is already reversed. Reload the page to see the balance.",
  REGLEMENT_EXCEEDS: "This payment exceeds what is outstanding. Check the amount received.",
  REGLEMENT_INVALID: "This payment is not recorded: some information needs correcting.",
  REGLEMENT_NOT_FOUND: "This payment does not exist in your company.",
  RESET_LINK_INVALID: "This link has already been used or is no longer valid. Ask for a new one.",
  ROLE_FORBIDDEN: "{{raison}} Ask a person who administers the company.",
  SEATS_REACHED:
    "All the seats of the {{plan}} plan are taken ({{limit}}). Change plans to welcome somebody else.",
  SECOND_FACTOR_KEPT:
    "Your access requires two-factor authentication: add another means before removing this one.",
  SECOND_FACTOR_REQUIRED:
    "This access requires two-factor authentication. Turn yours on in My account.",
  SELECTION_EMPTY: "None of these documents has a PDF yet: only issued invoices have one.",
  SELECTION_TOO_LARGE: "Too many documents at once: {{nb}} at most. Choose a shorter period.",
  SERIE_LOCKED:
    "This numbering has already been used: it can no longer change. Issued numbers must follow one another without a gap.",
  SERIE_NUMBER_TAKEN: "This number is already another document’s. Choose another format.",
  SERVICE_MAINTENANCE:
    "FacturePro is under maintenance: you can read and export, nothing is saved for now. What you typed is kept on this page: try again in a few minutes.",
  SERVICE_STOPPING:
    "The service is restarting. What you typed is kept on this page: try again in a moment.",
  SESSION_NOT_FOUND: "This session is already over. Reload the page.",
  SESSION_REQUIRED: "Your session is over. Log in again; what you typed is still on this page.",
  SOCIETE_CLOSING:
    "This company is being deleted: it can be read and exported, but nothing in it changes any more. To go on, somebody who administers it must cancel the deletion, in Settings, Data.",
  SOCIETE_INVALID: "These settings are not saved: some information needs correcting.",
  SOCIETE_MISMATCH:
    "This tab was left on another company; nothing was changed. Reload the page to go on.",
  SOCIETE_NOT_FOUND: "You have no access to this company.",
  SOCIETE_NOT_SUSPENDED: "This company is not suspended. Reload the page.",
  SOCIETE_REQUIRED: "First choose the company you work in.",
  SOCIETE_SUSPENDED:
    "This company is suspended: it can be read and exported, but nothing in it changes any more. The banner at the top of the page says why.",
  SOCIETE_UNAVAILABLE:
    "This company’s data are unavailable for the moment. Try again in a few minutes.",
  STORAGE_REACHED:
    "Your space is full: {{taille}} with the {{plan}} plan. Change plans to add files; you can still issue.",
  STRIPE_CUSTOMER_UNKNOWN:
    "No company here answers to this customer, or its own already has another one: nothing is changed. Settle it in Stripe.",
  SUBSCRIPTION_EXISTS:
    "Your company already has a subscription. Change plans from Settings, Subscription: nothing was paid twice.",
  SUBSCRIPTION_IN_DEBT:
    "A payment of your subscription is pending. Settle it first, then you can change plans.",
  SUBSCRIPTION_READ_ONLY:
    "Your company is read only: you can read everything and take everything away, but not issue an invoice. Settle what is due to resume.",
  SUBSCRIPTION_REQUIRED:
    "Your company has no current subscription. Choose a plan among the prices.",
  TOO_BUSY: "Too many requests arrive at the moment. Try again in a few seconds.",
  TOO_MANY_ATTEMPTS: "Too many attempts. Try again in {{attente}}.",
  TOO_MANY_CALLS: "Your requests arrive too fast. Try again in {{attente}}.",
  TOO_MANY_STREAMS:
    "Too many pages are open at once to stay up to date by themselves. Close a few, then reload this one.",
  USERNAME_TAKEN: "This username is already taken. Choose another one.",
  VERSION_CONFLICT:
    "Somebody changed this record in the meantime; what you typed is not saved. Open the current version in another tab, then reload.",
  VISITE_ALREADY_ASKED: "A visit is already asked for or accepted. Reload the page.",
  VISITE_NOT_FOUND: "This visit is over, or somebody has already answered. Reload the page.",
  VISITE_READ_ONLY: "This visit is read-only: nothing is saved and no file leaves it.",
  VUE_INVALID: "This view is not saved: its name has to be corrected.",
  VUE_NOT_FOUND: "This view no longer exists. Reload the page.",
  VUES_TOO_MANY: "You already keep {{nb}} views of this list. Delete one to save another.",
} as const satisfies Twin<typeof refusalsFr>;
