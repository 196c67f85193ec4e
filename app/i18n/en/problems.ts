import type { problemsFr } from "../../problems-fr";
import type { Twin } from "../twin";

/** One sentence per reason to refuse a field, read under that field. */
export const problems = {
  AJUSTEMENT_INVALID: "This discount or charge exceeds its base. Check the value.",
  ALREADY_INVITED:
    "An invitation is already pending at this address. Send it again from the list, or withdraw it first.",
  ALREADY_MEMBER: "This person already belongs to your company.",
  AMOUNT_EXCEEDS: "This amount exceeds what is left to credit at this rate: {{maximum}} excl. VAT.",
  AMOUNT_INVALID: "This amount cannot be read. Write for instance 1,234.56.",
  AMOUNT_MISMATCH: "This amount does not match the calculation. Reload the page.",
  AMOUNT_TOO_LARGE: "This document exceeds €999,999,999.99. Split it into several invoices.",
  BIC_INVALID: "This BIC is not valid: it has 8 or 11 characters, for instance AGRIFRPP.",
  CHARACTER_FORBIDDEN:
    "This text contains an invisible or forbidden character. Type it again without pasting.",
  CHARACTER_UNPRINTABLE: "“{{caracteres}}” cannot be printed: the page will show “?” instead.",
  CHOICE_INVALID: "Choose one of the options.",
  CODE_WRONG: "This code is not the right one, or has already been used.",
  COLOUR_INVALID: "This colour cannot be read. Write for instance #1d4e89.",
  CONTROL_CHARACTERS:
    "This text contains an invisible or forbidden character. Type it again without pasting.",
  COUNTRY_INVALID: "This country does not fit here. Choose one in the list.",
  DAY_INVALID: "This date does not exist. Write for instance 12/03/2026 (day first).",
  DAY_PAST: "This day is over. Choose today or a day to come.",
  DAY_TOO_FAR: "This day is too far away: two years at most.",
  DAY_TO_COME:
    "This date is in the future. A payment is recorded the day it is received, or later.",
  DUE_BEFORE_ISSUE: "The due date comes before the issue date. Choose today or a later date.",
  ECHEANCE_INVALID: "This term is not valid. Give a number of days between 0 and 365.",
  ELECTRONIC_ADDRESS_REQUIRED:
    "This foreign customer needs an e-mail address or a VAT number to receive the invoice.",
  EMAIL_INVALID: "This e-mail address is not valid. Write for instance name@example.com.",
  EMAIL_UNCHANGED: "This is already your address. Give another one.",
  EXEMPTION_ARTICLE_REQUIRED:
    "Give the article of the code that exempts this operation, for instance 261-4-4° a.",
  EXPORT_SHOWS_AMOUNTS:
    "An export holds everybody’s amounts. Tick “See other people’s amounts” as well, or untick the export.",
  IBAN_INVALID: "This IBAN is not valid: a digit or a letter does not match its check digits.",
  INVALID: "This value is not valid.",
  LIGNES_EMPTY: "Add at least one line to the invoice.",
  LIGNES_TOO_MANY: "A document has at most {{maximum}} lines. Split yours into several invoices.",
  LOGO_INVALID: "This file is not a readable image: PNG, JPEG or WebP, 16 megapixels at most.",
  LOGO_TOO_LARGE: "This file exceeds {{megaoctets}} MB.",
  NAME_DIFFERENT: "This is not the company’s name. Copy it as it is written above.",
  NAME_WITHOUT_LETTER: "This name has no letter and no digit.",
  NUMBER_INVALID: "This number cannot be read. Write for instance 12.5.",
  OPERATION_NEEDS_PROFESSIONNEL:
    "This operation only exists between businesses. Check the customer or the operation.",
  OPERATION_UNUSED: "No line is concerned by this operation. Go back to the ordinary one.",
  OFFRE_NAME_TAKEN: "A plan on sale has that name already. Choose another.",
  PASSWORD_CONTAINS_IDENTITY:
    "This password contains the company’s name, the username or the address. Choose unrelated words.",
  PASSWORD_TOO_COMMON: "This password is easy to guess. Rather put four unrelated words together.",
  PASSWORD_TOO_LONG: "A password has at most 128 characters.",
  PASSWORD_TOO_SHORT: "A password has at least 12 characters.",
  PASSWORD_REQUIRED: "Your password is asked for to change the IBAN or the BIC.",
  PASSWORD_TOO_SHORT_FOR_STAFF:
    "The password of an account that administers the service has at least 15 characters.",
  PASSWORD_WRONG: "This is not your password. Check it, capitals included.",
  QUANTITY_EXCEEDS: "{{maximum}} is left to credit on this line.",
  QUANTITY_INVALID: "This quantity is not valid: at most 9 digits and 4 decimals.",
  QUANTITY_ZERO: "The quantity is zero. Give it, or remove the line.",
  RATE_INVALID: "This rate cannot be read. Write for instance 5.5.",
  RATE_NOT_ALLOWED: "This VAT rate does not exist for this invoice. Choose one in the list.",
  REQUIRED: "This information is needed.",
  RULE_BROKEN: "The document breaks a rule of electronic invoicing.",
  SIREN_INVALID:
    "This SIREN is not valid: it has 9 digits, the last of which checks the others. Check the last digit.",
  SIRET_INVALID:
    "This SIRET is not valid: it has 14 digits, the last of which checks the others. Check the last digit.",
  SIRET_NOT_OF_SIREN: "This SIRET does not start with the SIREN given.",
  TOO_BIG_ARRAY: "The list is too long: {{maximum}} at most.",
  TOO_BIG_NUMBER: "This number is too large.",
  TOO_BIG_STRING: "This text is too long: {{maximum}} characters at most.",
  TOO_LONG: "This text is too long: {{max}} characters at most.",
  TOO_SMALL_NUMBER: "This number is too small.",
  TOTAL_NOT_POSITIVE: "The total must be above zero. To give money back, make a credit note.",
  TVA_MIXED_WITH_O:
    "A line outside the scope of VAT cannot stand beside taxed lines. Make two invoices.",
  TVA_NUMBER_INVALID:
    "This VAT number is not valid for this country. In France: FR, two characters, then the SIREN.",
  TVA_NUMBER_REQUIRED: "The VAT number is needed for this operation.",
  TVA_TWO_REASONS:
    "Two different reasons for exemption cannot stand on the same invoice. Make two invoices.",
  UNIT_INVALID: "This unit is not known. Choose one in the list.",
  UNIT_PRICE_INVALID: "This price is not valid: at most 9 digits and 6 decimals.",
  UNIT_PRICE_NEGATIVE:
    "A price cannot be negative. To deduct an amount, write a discount or a negative quantity.",
  UNIT_PRICE_TOO_LARGE: "This price exceeds €999,999,999. Split it into several lines.",
  UNKNOWN_FIELD: "This information is not expected. Reload the page.",
  USERNAME_INVALID:
    "A username has 3 to 32 characters: letters without accents, digits, dot, hyphen.",
  USERNAME_TAKEN: "This username is already taken. Choose another one.",
  VUE_NAME_TAKEN: "You already have a view of this name. Give it another one.",
  ZIP_INVALID: "This postcode is not valid for this country.",
} as const satisfies Twin<typeof problemsFr>;
