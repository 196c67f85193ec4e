import type { ProblemCode } from "#server/domain/problem-codes";

/** Codes of what a form could not even read, and of the account's fields. */
type FormCode =
  | "ALREADY_INVITED"
  | "ALREADY_MEMBER"
  | "AMOUNT_INVALID"
  | "CHARACTER_FORBIDDEN"
  | "CHOICE_INVALID"
  | "CODE_WRONG"
  | "COLOUR_INVALID"
  | "DAY_PAST"
  | "DAY_TOO_FAR"
  | "DAY_TO_COME"
  | "EXPORT_SHOWS_AMOUNTS"
  | "EMAIL_UNCHANGED"
  | "INVALID"
  | "LOGO_INVALID"
  | "LOGO_TOO_LARGE"
  | "NAME_DIFFERENT"
  | "NAME_WITHOUT_LETTER"
  | "OFFRE_NAME_TAKEN"
  | "PASSWORD_CONTAINS_IDENTITY"
  | "PASSWORD_TOO_COMMON"
  | "PASSWORD_TOO_LONG"
  | "PASSWORD_TOO_SHORT"
  | "PASSWORD_REQUIRED"
  | "PASSWORD_TOO_SHORT_FOR_STAFF"
  | "PASSWORD_WRONG"
  | "RATE_INVALID"
  | "TOO_BIG_ARRAY"
  | "TOO_BIG_NUMBER"
  | "TOO_LONG"
  | "TOO_SMALL_NUMBER"
  | "UNIT_PRICE_NEGATIVE"
  | "UNIT_PRICE_TOO_LARGE"
  | "UNKNOWN_FIELD"
  | "USERNAME_INVALID"
  | "USERNAME_TAKEN"
  | "VUE_NAME_TAKEN";

/** One sentence per reason to refuse a field, read under that field. */
export const problemsFr = {
  AJUSTEMENT_INVALID: "Cette remise ou ces frais dépassent la base. Vérifiez la valeur.",
  ALREADY_INVITED:
    "Une invitation attend déjà à cette adresse. Renvoyez-la depuis la liste, ou retirez-la d’abord.",
  ALREADY_MEMBER: "Cette personne fait déjà partie de votre société.",
  AMOUNT_EXCEEDS: "Ce montant dépasse ce qui reste à rendre à ce taux : {{maximum}} HT.",
  AMOUNT_INVALID: "Ce montant n’est pas lisible. Écrivez par exemple 1 234,56.",
  AMOUNT_MISMATCH: "Ce montant ne correspond pas au calcul. Rechargez la page.",
  AMOUNT_TOO_LARGE: "Ce document dépasse 999 999 999,99 €. Répartissez-le en plusieurs factures.",
  BIC_INVALID: "Ce BIC n’est pas valide : il compte 8 ou 11 caractères, par exemple AGRIFRPP.",
  CHARACTER_FORBIDDEN:
    "Ce texte contient un caractère invisible ou interdit. Retapez-le sans copier-coller.",
  CHARACTER_UNPRINTABLE:
    "« {{caracteres}} » ne peut pas être imprimé : la page montrera « ? » à la place.",
  CHOICE_INVALID: "Choisissez une des propositions.",
  CODE_WRONG: "Ce code n’est pas le bon, ou il a déjà servi.",
  COLOUR_INVALID: "Cette couleur n’est pas lisible. Écrivez par exemple #1d4e89.",
  CONTROL_CHARACTERS:
    "Ce texte contient un caractère invisible ou interdit. Retapez-le sans copier-coller.",
  COUNTRY_INVALID: "Ce pays ne convient pas ici. Choisissez-en un dans la liste.",
  DAY_INVALID: "Cette date n’existe pas. Écrivez par exemple 12/03/2026.",
  DAY_PAST: "Ce jour est passé. Choisissez aujourd’hui ou un jour à venir.",
  DAY_TOO_FAR: "Ce jour est trop loin : deux ans au plus.",
  DAY_TO_COME: "Cette date est à venir. Un règlement se note le jour où il est reçu, ou après.",
  DUE_BEFORE_ISSUE: "L’échéance précède l’émission. Choisissez une date à partir d’aujourd’hui.",
  ECHEANCE_INVALID: "Ce délai n’est pas valide. Indiquez un nombre de jours entre 0 et 365.",
  ELECTRONIC_ADDRESS_REQUIRED:
    "Ce client étranger a besoin d’une adresse e-mail ou d’un numéro de TVA pour recevoir la facture.",
  EMAIL_INVALID: "Cette adresse e-mail n’est pas valide. Écrivez par exemple nom@exemple.fr.",
  EMAIL_UNCHANGED: "C’est déjà votre adresse. Indiquez-en une autre.",
  EXEMPTION_ARTICLE_REQUIRED:
    "Indiquez l’article du code qui exonère cette opération, par exemple 261-4-4° a.",
  EXPORT_SHOWS_AMOUNTS:
    "Un export contient les montants de tous. Cochez aussi « Voir les montants des autres », ou décochez l’export.",
  IBAN_INVALID:
    "Cet IBAN n’est pas valide : un chiffre ou une lettre ne correspond pas à sa clé de contrôle.",
  INVALID: "Cette valeur n’est pas valide.",
  LIGNES_EMPTY: "Ajoutez au moins une ligne à la facture.",
  LIGNES_TOO_MANY:
    "Un document compte au plus {{maximum}} lignes. Répartissez les vôtres en plusieurs factures.",
  LOGO_INVALID:
    "Ce fichier n’est pas une image lisible : PNG, JPEG ou WebP, 16 mégapixels au plus.",
  LOGO_TOO_LARGE: "Ce fichier dépasse {{megaoctets}} Mo.",
  NAME_DIFFERENT: "Ce n’est pas le nom de la société. Recopiez-le tel qu’il est écrit au-dessus.",
  NAME_WITHOUT_LETTER: "Ce nom ne contient ni lettre ni chiffre.",
  NUMBER_INVALID: "Ce nombre n’est pas lisible. Écrivez par exemple 12,5.",
  OPERATION_NEEDS_PROFESSIONNEL:
    "Cette opération n’existe qu’entre professionnels. Vérifiez le client ou l’opération.",
  OPERATION_UNUSED:
    "Aucune ligne n’est concernée par cette opération. Revenez à l’opération courante.",
  OFFRE_NAME_TAKEN: "Une offre en vente porte déjà ce nom. Choisissez-en un autre.",
  PASSWORD_CONTAINS_IDENTITY:
    "Ce mot de passe contient le nom de la société, l’identifiant ou l’adresse. Choisissez des mots sans rapport.",
  PASSWORD_TOO_COMMON:
    "Ce mot de passe est facile à deviner. Assemblez plutôt quatre mots sans rapport.",
  PASSWORD_TOO_LONG: "Un mot de passe compte au plus 128 caractères.",
  PASSWORD_TOO_SHORT: "Un mot de passe compte au moins 12 caractères.",
  PASSWORD_REQUIRED: "Votre mot de passe est demandé pour changer l’IBAN ou le BIC.",
  PASSWORD_TOO_SHORT_FOR_STAFF:
    "Le mot de passe d’un compte d’administration du service compte au moins 15 caractères.",
  PASSWORD_WRONG: "Ce mot de passe n’est pas le vôtre. Vérifiez-le, majuscules comprises.",
  QUANTITY_EXCEEDS: "Il reste {{maximum}} à rendre sur cette ligne.",
  QUANTITY_INVALID: "Cette quantité n’est pas valide : au plus 9 chiffres et 4 décimales.",
  QUANTITY_ZERO: "La quantité est nulle. Indiquez-la, ou retirez la ligne.",
  RATE_INVALID: "Ce taux n’est pas lisible. Écrivez par exemple 5,5.",
  RATE_NOT_ALLOWED:
    "Ce taux de TVA n’existe pas pour cette facture. Choisissez-en un dans la liste.",
  REQUIRED: "Cette information est nécessaire.",
  RULE_BROKEN: "Le document ne respecte pas une règle de la facture électronique.",
  SIREN_INVALID:
    "Ce SIREN n’est pas valide : il compte 9 chiffres et une clé de contrôle. Vérifiez le dernier chiffre.",
  SIRET_INVALID:
    "Ce SIRET n’est pas valide : il compte 14 chiffres et une clé de contrôle. Vérifiez le dernier chiffre.",
  SIRET_NOT_OF_SIREN: "Ce SIRET ne commence pas par le SIREN indiqué.",
  TOO_BIG_ARRAY: "La liste est trop longue : {{maximum}} au plus.",
  TOO_BIG_NUMBER: "Ce nombre est trop grand.",
  TOO_BIG_STRING: "Ce texte est trop long : {{maximum}} caractères au plus.",
  TOO_LONG: "Ce texte est trop long : {{max}} caractères au plus.",
  TOO_SMALL_NUMBER: "Ce nombre est trop petit.",
  TOTAL_NOT_POSITIVE:
    "Le total doit être supérieur à zéro. Pour rendre de l’argent, faites un avoir.",
  TVA_MIXED_WITH_O:
    "Une ligne hors du champ de la TVA ne peut pas côtoyer des lignes taxées. Faites deux factures.",
  TVA_NUMBER_INVALID:
    "Ce numéro de TVA n’est pas valide pour ce pays. En France : FR, deux caractères, puis le SIREN.",
  TVA_NUMBER_REQUIRED: "Le numéro de TVA est nécessaire pour cette opération.",
  TVA_TWO_REASONS:
    "Deux motifs d’exonération différents ne peuvent pas figurer sur la même facture. Faites deux factures.",
  UNIT_INVALID: "Cette unité n’est pas reconnue. Choisissez-en une dans la liste.",
  UNIT_PRICE_INVALID: "Ce prix n’est pas valide : au plus 9 chiffres et 6 décimales.",
  UNIT_PRICE_NEGATIVE:
    "Un prix ne peut pas être négatif. Pour déduire une somme, écrivez une remise ou une quantité négative.",
  UNIT_PRICE_TOO_LARGE: "Ce prix dépasse 999 999 999 €. Répartissez-le en plusieurs lignes.",
  UNKNOWN_FIELD: "Cette information n’est pas attendue. Rechargez la page.",
  USERNAME_INVALID:
    "Un identifiant compte 3 à 32 caractères : lettres sans accent, chiffres, point, tiret.",
  USERNAME_TAKEN: "Cet identifiant est déjà pris. Choisissez-en un autre.",
  VUE_NAME_TAKEN: "Vous avez déjà une vue de ce nom. Donnez-lui-en un autre.",
  ZIP_INVALID: "Ce code postal n’est pas valide pour ce pays.",
} as const satisfies Record<ProblemCode | FormCode, string>;
