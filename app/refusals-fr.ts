import type { RefusalCode } from "#server/domain/refusal";

/** One sentence per refusal: what happened, then what to do. A missing one does not compile. */
export const refusalsFr = {
  ACCOUNT_NEEDED:
    "Votre compte n’est pas effacé : vous êtes la seule personne à administrer {{societes}}. Confiez d’abord ce rôle à quelqu’un d’autre.",
  ACTE_INVALID: "Rien n’est fait : des informations sont à corriger.",
  AMOUNTS_HIDDEN:
    "C’est le document d’une autre personne ({{auteur}}) : ses montants vous sont masqués. Pour le consulter, demandez à une personne qui administre la société.",
  ANNONCE_NOT_FOUND: "Cette annonce n’est plus affichée.",
  AVOIR_EMPTY:
    "Cet avoir ne rend rien encore : indiquez une quantité sur une ligne, ou un montant.",
  AVOIR_EXCEEDS: "Cet avoir dépasse ce qui reste de la facture : {{reste}} au plus.",
  BILLING_UNAVAILABLE:
    "Le paiement en ligne ne répond pas en ce moment : rien n’a été changé. Réessayez dans quelques minutes ; vos factures, elles, ne sont pas touchées.",
  BUYER_INCOMPLETE:
    "Complétez d’abord l’identité de votre société : elle figure sur les factures de votre abonnement.",
  CLIENT_INVALID: "Ce client n’est pas enregistré : des informations sont à corriger.",
  CLIENT_NOT_FOUND: "Ce client n’existe pas dans votre société. Revenez à la liste des clients.",
  CLOTURE_INVALID: "La suppression n’est pas demandée : des informations sont à corriger.",
  CLOTURE_NOT_ASKED: "La suppression de cette société n’est plus demandée. Rechargez la page.",
  CODE_WRONG:
    "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant, ou prenez un code de secours.",
  CURSOR_INVALID: "La suite de cette liste n’est plus disponible. Rechargez la page.",
  DEMONSTRATION_LIMITED:
    "Cela n’a pas cours dans une société de démonstration : ni paiement, ni équipe, ni message.",
  DEMONSTRATION_NOT_FOUND: "Vous n’avez plus de société de démonstration.",
  DEROGATION_NOT_FOUND: "Ce qui était accordé a déjà pris fin. Rechargez la page.",
  ECART_NOT_FOUND: "Cet écart ne figure plus dans la comparaison. Rechargez la page.",
  EDITEUR_KEPT:
    "Cette société tient les comptes du service lui-même : elle ne peut pas être supprimée.",
  EDITEUR_MISSING:
    "Les offres payantes ne sont pas encore en vente : le service n’a pas indiqué qui les facture.",
  EDITEUR_UNKNOWN:
    "Cette société ne peut pas être l’éditeur : choisissez-en une dont vous êtes administrateur.",
  ENROLMENT_OVER: "Cette activation n’est plus en cours. Recommencez-la depuis Mon compte.",
  EVENEMENT_NOT_FOUND: "Cet événement n’est pas au registre. Rechargez la page.",
  EXPORT_RUNNING:
    "Un export de cette société est déjà en cours. Attendez qu’il se termine, puis recommencez.",
  FACTURE_ALREADY_CANCELLED:
    "Un avoir corrige déjà cette facture. Rechargez la page : elle dit ce qui reste à rendre.",
  FACTURE_ALREADY_ISSUED: "Cette facture est déjà émise. Rechargez la page pour voir son numéro.",
  FACTURE_INCOMPLETE: "Cette facture ne peut pas encore être émise : des informations manquent.",
  FACTURE_INVALID: "Ce brouillon n’est pas enregistré : des informations sont à corriger.",
  FACTURE_NOT_FOUND:
    "Cette facture n’existe pas dans votre société. Revenez à la liste des factures.",
  FACTURE_NOT_ISSUED: "Cette facture est un brouillon : émettez-la d’abord.",
  FEATURE_NOT_IN_PLAN:
    "Ce modèle de document n’est pas compris dans l’offre {{plan}}. Gardez le vôtre ou Sobre, ou changez d’offre.",
  IDENTITY_INVALID: "Rien n’est enregistré : des informations sont à corriger.",
  IDEMPOTENCY_MISMATCH:
    "Cet envoi ne correspond plus à ce qui est affiché. Rechargez la page, puis recommencez.",
  INVITATION_ADDRESS_KNOWN:
    "Un compte existe déjà à cette adresse. Connectez-vous avec lui, puis ouvrez de nouveau ce lien.",
  INVITATION_FOR_ANOTHER:
    "Cette invitation est faite à une autre adresse que celle de votre compte. Connectez-vous avec le bon compte, ou demandez une invitation à votre adresse.",
  INVITATION_INVALID: "L’invitation n’est pas partie : des informations sont à corriger.",
  INVITATION_LINK_INVALID:
    "Cette invitation a déjà servi, a été retirée ou n’est plus valable. Demandez-en une nouvelle à la personne qui vous a invité.",
  INVITATION_NOT_FOUND: "Cette invitation n’attend plus. Rechargez la page.",
  ISSUE_BEFORE_LAST:
    "Une facture plus récente porte déjà un numéro de cette série. Émettez celle-ci à la date du jour.",
  LAST_ADMIN:
    "Une société garde toujours une personne pour l’administrer. Confiez d’abord ce rôle à quelqu’un d’autre.",
  LINK_INVALID:
    "Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau depuis Mon compte.",
  LOGIN_FAILED:
    "Identifiant ou mot de passe incorrect. Vérifiez-les, ou demandez un nouveau mot de passe.",
  LOGO_INVALID:
    "Ce fichier n’est pas une image que nous pouvons lire. Choisissez un PNG, un JPEG ou un WebP.",
  LOGO_TOO_LARGE: "Ce logo dépasse {{megaoctets}} Mo. Choisissez une image plus légère.",
  MAINTENANCE_UNCHANGED: "Le mode maintenance a déjà changé. Rechargez la page.",
  MEMBER_INVALID: "Ces droits ne sont pas enregistrés : des informations sont à corriger.",
  MEMBER_NOT_FOUND: "Cette personne ne fait plus partie de votre société. Rechargez la page.",
  MONTHS_REFUSED:
    "Son abonnement doit un paiement, prend fin ou va changer d’offre : il n’y a pas d’échéance à offrir. Rechargez la page.",
  NOTHING_DUE: "Cette société ne doit rien : il n’y a pas de délai à prolonger.",
  NUMBER_EXAMPLE_UNREADABLE:
    "Nous ne lisons pas de rang dans ce numéro. Recopiez le dernier numéro émis, par exemple FA-2026-0142.",
  NUMBER_PATTERN_INVALID: "Ce format de numéro ne convient pas : {{faute}}",
  PASSKEY_NOT_FOUND: "Cette clé d’accès n’est pas dans votre compte. Rechargez la page.",
  PASSKEYS_TOO_MANY: "Vous avez déjà {{max}} clés d’accès. Retirez-en une d’abord.",
  PASSKEY_REFUSED:
    "Cette clé d’accès n’a pas été acceptée. Réessayez, ou connectez-vous autrement.",
  PASSWORD_REFUSED: "Ce mot de passe n’est pas assez sûr. Choisissez-en un autre.",
  PASSWORD_REQUIRED: "Confirmez ce changement avec votre mot de passe.",
  PASSWORD_WRONG: "Rien n’a été changé : le mot de passe saisi n’est pas le vôtre.",
  PAYMENT_REFUSED:
    "Votre banque a refusé ce paiement. Choisissez un autre moyen de paiement, puis recommencez.",
  PENDING_LOGIN_OVER: "Cette connexion a trop attendu. Recommencez par votre mot de passe.",
  PLAN_ARCHIVED: "L’offre {{plan}} n’est plus proposée. Choisissez-en une autre parmi les tarifs.",
  PLAN_KEPT:
    "Cette offre reste en vente : les sociétés s’y rabattent, ou l’essaient en s’inscrivant. Vous pouvez la modifier.",
  PLAN_NOT_FOUND: "Cette offre n’existe pas. Choisissez-en une parmi les tarifs.",
  PLAN_UNCHANGED: "Votre société a déjà cette offre.",
  PLAN_WITHOUT_PRICE: "L’offre {{plan}} ne s’achète pas en ligne. Choisissez-en une autre.",
  PRODUIT_INVALID: "Ce produit n’est pas enregistré : des informations sont à corriger.",
  PRODUIT_NOT_FOUND: "Ce produit n’existe pas dans votre société. Revenez à la liste des produits.",
  QUOTA_REACHED: "Vos {{limit}} factures de la période sont émises. {{suite}}",
  REGISTRATION_INVALID: "La société n’est pas créée : des informations sont à corriger.",
  REGLEMENT_ALREADY_REVERSED:
    "Ce règlement est déjà contrepassé. Rechargez la page pour voir le solde.",
  REGLEMENT_EXCEEDS: "Ce règlement dépasse le reste dû. Vérifiez le montant reçu.",
  REGLEMENT_INVALID: "Ce règlement n’est pas enregistré : des informations sont à corriger.",
  REGLEMENT_NOT_FOUND: "Ce règlement n’existe pas dans votre société.",
  RESET_LINK_INVALID: "Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.",
  ROLE_FORBIDDEN: "{{raison}} Demandez à une personne qui administre la société.",
  SEATS_REACHED:
    "Toutes les places de l’offre {{plan}} sont prises ({{limit}}). Changez d’offre pour accueillir quelqu’un de plus.",
  SECOND_FACTOR_KEPT:
    "Votre accès exige une double authentification : ajoutez un autre moyen avant de retirer celui-ci.",
  SECOND_FACTOR_REQUIRED:
    "Cet accès exige une double authentification. Activez la vôtre dans Mon compte.",
  SELECTION_EMPTY:
    "Aucun de ces documents n’a encore de PDF : seules les factures émises en ont un.",
  SELECTION_TOO_LARGE:
    "Trop de documents à la fois : {{nb}} au plus. Choisissez une période plus courte.",
  SERIE_LOCKED:
    "Cette numérotation a déjà servi : elle ne peut plus changer. Les numéros émis doivent se suivre sans trou.",
  SERIE_NUMBER_TAKEN: "Ce numéro est déjà pris par un autre document. Choisissez un autre format.",
  SERVICE_MAINTENANCE:
    "FacturePro est en maintenance : on peut lire et exporter, rien ne s’enregistre pour l’instant. Votre saisie est gardée sur cette page : réessayez dans quelques minutes.",
  SERVICE_STOPPING:
    "Le service redémarre. Votre saisie est gardée sur cette page : réessayez dans un instant.",
  SESSION_NOT_FOUND: "Cette session est déjà terminée. Rechargez la page.",
  SESSION_REQUIRED:
    "Votre session est terminée. Connectez-vous de nouveau ; votre saisie est encore sur cette page.",
  SOCIETE_CLOSING:
    "Cette société est en cours de suppression : on la consulte et on l’exporte, mais plus rien ne s’y change. Pour continuer, une personne qui l’administre doit annuler la suppression, dans Réglages, Données.",
  SOCIETE_INVALID: "Ces réglages ne sont pas enregistrés : des informations sont à corriger.",
  SOCIETE_MISMATCH:
    "Cet onglet est resté sur une autre société ; rien n’a été modifié. Rechargez la page pour continuer.",
  SOCIETE_NOT_FOUND: "Vous n’avez pas accès à cette société.",
  SOCIETE_NOT_SUSPENDED: "Cette société n’est pas suspendue. Rechargez la page.",
  SOCIETE_REQUIRED: "Choisissez d’abord la société dans laquelle vous travaillez.",
  SOCIETE_SUSPENDED:
    "Cette société est suspendue : on la consulte et on l’exporte, mais plus rien ne s’y change. Le bandeau en haut de la page en donne la raison.",
  SOCIETE_UNAVAILABLE:
    "Les données de cette société sont momentanément indisponibles. Réessayez dans quelques minutes.",
  STORAGE_REACHED:
    "Votre espace est plein : {{taille}} avec l’offre {{plan}}. Changez d’offre pour ajouter des fichiers ; vous pouvez toujours émettre.",
  STRIPE_CUSTOMER_UNKNOWN:
    "Aucune société d’ici ne répond à ce client, ou la sienne en a déjà un autre : rien n’est changé. Réglez-le dans Stripe.",
  SUBSCRIPTION_EXISTS:
    "Votre société a déjà un abonnement. Changez d’offre depuis Réglages, Abonnement : rien n’a été payé en double.",
  SUBSCRIPTION_IN_DEBT:
    "Un paiement de votre abonnement est en attente. Réglez-le d’abord, vous pourrez ensuite changer d’offre.",
  SUBSCRIPTION_READ_ONLY:
    "Votre société est en lecture seule : vous pouvez tout lire et tout emporter, mais pas émettre de facture. Réglez ce qui est dû pour reprendre.",
  SUBSCRIPTION_REQUIRED:
    "Votre société n’a pas d’abonnement en cours. Choisissez une offre parmi les tarifs.",
  TOO_BUSY: "Trop de demandes arrivent en ce moment. Réessayez dans quelques secondes.",
  TOO_MANY_ATTEMPTS: "Trop d’essais. Réessayez dans {{attente}}.",
  TOO_MANY_CALLS: "Vos demandes arrivent trop vite. Réessayez dans {{attente}}.",
  TOO_MANY_STREAMS:
    "Trop de pages sont ouvertes en même temps pour rester à jour toutes seules. Fermez-en quelques-unes, puis rechargez celle-ci.",
  USERNAME_TAKEN: "Cet identifiant est déjà pris. Choisissez-en un autre.",
  VERSION_CONFLICT:
    "Quelqu’un a modifié cette fiche entre-temps ; votre saisie n’est pas enregistrée. Ouvrez la version actuelle dans un autre onglet, puis rechargez.",
  VISITE_ALREADY_ASKED: "Une visite est déjà demandée ou acceptée. Rechargez la page.",
  VISITE_NOT_FOUND: "Cette visite est terminée, ou quelqu’un y a déjà répondu. Rechargez la page.",
  VISITE_READ_ONLY:
    "Cette visite est en lecture seule : rien ne s’y enregistre et aucun fichier n’en sort.",
  VUE_INVALID: "Cette vue n’est pas enregistrée : son nom est à corriger.",
  VUE_NOT_FOUND: "Cette vue n’existe plus. Rechargez la page.",
  VUES_TOO_MANY:
    "Vous gardez déjà {{nb}} vues de cette liste. Supprimez-en une pour en enregistrer une autre.",
} as const satisfies Record<RefusalCode, string>;
