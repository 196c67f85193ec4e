/** The lists one works in: their views are kept, their columns chosen. */
export const listes = ["factures", "clients", "produits"] as const;
export type Liste = (typeof listes)[number];

/** Columns one may take out of a list; what names a row and what it comes to always stand. */
export const colonnesOf = {
  factures: ["objet", "date", "echeance", "reste", "reglement", "etat"],
  clients: ["ville", "type", "siren", "email", "langue"],
  produits: ["reference", "tva", "usage"],
} as const satisfies Readonly<Record<Liste, readonly string[]>>;

export type Colonne<L extends Liste> = (typeof colonnesOf)[L][number];

/** As first seen: the subject of a facture is one column too many for most screens, and most clients read French. */
const first: { readonly [L in Liste]: readonly Colonne<L>[] } = {
  factures: ["date", "echeance", "reste", "reglement", "etat"],
  clients: ["ville", "type", "siren", "email"],
  produits: colonnesOf.produits,
};

/** The columns a person chose, in the order of the list; those of before they chose when `chosen` is null. */
export function shownColonnes<L extends Liste>(
  liste: L,
  chosen: readonly string[] | null,
): readonly Colonne<L>[] {
  const all: readonly Colonne<L>[] = colonnesOf[liste];
  return chosen === null ? first[liste] : all.filter((colonne) => chosen.includes(colonne));
}

/** What an address says of each list, in the order it is kept. The place in the list (`suite`) is nobody's view. */
const names: Readonly<Record<Liste, readonly string[]>> = {
  factures: "vue q du au echeanceDu echeanceAu regleDu regleAu client tri sens".split(" "),
  clients: "type etat q tri sens".split(" "),
  produits: "etat q tri sens".split(" "),
};

/**
 * What an address says of a list, as it is kept and compared: known names only, each once, in one order, empty ones left
 * out. « Everything » is the empty text.
 */
export function canonicalRecherche(liste: Liste, search: string): string {
  const given = new URLSearchParams(search);
  const kept = names[liste].flatMap((name): [string, string][] => {
    const value = given.get(name)?.trim() ?? "";
    const isDefault = name === "vue" && value === "toutes";
    return value === "" || isDefault ? [] : [[name, value]];
  });
  return new URLSearchParams(kept).toString();
}
