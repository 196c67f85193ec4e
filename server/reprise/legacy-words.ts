/**
 * How former installations name their tables and columns. First the seed's own, then what was met elsewhere; compared
 * without case, accents, `_` and `-`. What none of them matches is settled by `--map`.
 */
export const tableWords = {
  societe: ["societe", "societes", "company", "companies", "entreprise", "entreprises"],
  user: ["user", "users", "utilisateur", "utilisateurs", "app_user"],
  client: ["client", "clients", "customer", "customers"],
  produit: ["produit", "produits", "product", "products", "article", "articles"],
  facture: ["facture", "factures", "invoice", "invoices"],
  ligne: [
    "ligne_facture",
    "lignes_facture",
    "facture_ligne",
    "facture_lignes",
    "ligne",
    "lignes",
    "facture_item",
    "invoice_line",
    "invoice_lines",
    "invoice_item",
  ],
} as const;

export type LegacyObject = keyof typeof tableWords;
export const legacyObjects = Object.keys(tableWords) as readonly LegacyObject[];

const id = ["id", "rowid_legacy", "pk"];
const societeId = ["societe_id", "id_societe", "company_id", "entreprise_id"];
const nom = ["nom", "name", "raison_sociale", "nom_societe", "denomination"];
const address = {
  line1: ["adresse", "address", "adresse1", "rue", "street"],
  line2: ["adresse2", "complement", "complement_adresse", "address2"],
  zip: ["code_postal", "cp", "zip", "postal_code"],
  city: ["ville", "city", "commune"],
  country: ["pays", "country", "code_pays"],
};
const identifiers = {
  siret: ["siret", "num_siret", "numero_siret"],
  siren: ["siren", "num_siren"],
  tvaNumber: ["tva_intracom", "tva_intra", "numero_tva", "num_tva", "tva_number", "vat_number"],
  email: ["email", "mail", "courriel", "e_mail"],
  phone: ["telephone", "tel", "phone", "mobile"],
};
const rate = ["tva", "taux_tva", "tva_taux", "taux", "vat_rate", "vat"];

/** Columns of each object. */
export const columnWords = {
  societe: { id, nom, ...identifiers, ...address, iban: ["iban"], bic: ["bic"] },
  user: {
    id,
    societeId,
    username: ["username", "identifiant", "login", "nom_utilisateur", "user_name"],
    email: identifiers.email,
    password: ["password_hash", "password", "mot_de_passe", "mdp", "hash"],
    role: ["role", "is_admin", "admin", "profil"],
    prenom: ["prenom", "first_name"],
    nom: ["nom", "last_name", "name"],
  },
  client: { id, societeId, nom, ...identifiers, ...address, note: ["note", "notes"] },
  produit: {
    id,
    societeId,
    designation: ["designation", "nom", "libelle", "name", "titre"],
    description: ["description", "detail", "details"],
    reference: ["reference", "ref", "code", "sku"],
    unitPriceHt: ["prix_ht", "prix", "prix_unitaire", "pu", "pu_ht", "price", "unit_price"],
    rate,
  },
  facture: {
    id,
    societeId,
    number: ["numero", "num", "numero_facture", "number", "reference", "ref"],
    issuedOn: ["date", "date_facture", "date_emission", "issued_at", "invoice_date"],
    dueOn: ["date_echeance", "echeance", "due_date", "date_limite"],
    clientId: ["client_id", "id_client", "customer_id"],
    totalHt: ["total_ht", "montant_ht", "ht", "subtotal", "total_net"],
    totalTva: ["total_tva", "montant_tva", "tva", "tax", "total_tax"],
    totalTtc: ["total_ttc", "montant_ttc", "ttc", "total", "montant", "amount"],
    status: ["statut", "status", "etat"],
    isPaid: ["payee", "paye", "est_payee", "reglee", "paid", "is_paid"],
    paidOn: ["date_paiement", "payee_le", "date_reglement", "paid_at"],
    subject: ["objet", "sujet", "titre", "subject"],
    note: ["note", "notes", "commentaire"],
    type: ["type", "type_facture", "nature"],
  },
  ligne: {
    id,
    factureId: ["facture_id", "id_facture", "invoice_id"],
    designation: ["designation", "libelle", "nom", "description", "name"],
    description: ["detail", "details", "description"],
    quantity: ["quantite", "qte", "quantity", "qty"],
    unitPriceHt: [
      "prix_unitaire",
      "prix_unitaire_ht",
      "pu",
      "pu_ht",
      "prix_ht",
      "prix",
      "unit_price",
    ],
    rate,
    netHt: ["total_ht", "montant_ht", "total", "montant"],
    produitId: ["produit_id", "id_produit", "product_id", "article_id"],
  },
} as const satisfies Readonly<Record<LegacyObject, Readonly<Record<string, readonly string[]>>>>;

export type FieldOf<O extends LegacyObject> = keyof (typeof columnWords)[O] & string;

/** Without these an object cannot be taken at all. */
export const neededFields = {
  societe: ["id", "nom"],
  user: ["id", "username", "password"],
  client: ["id", "nom"],
  produit: ["id", "designation"],
  facture: ["id", "number", "issuedOn"],
  ligne: ["factureId", "designation"],
} as const satisfies { readonly [O in LegacyObject]: readonly FieldOf<O>[] };
