import { randomBytes } from "node:crypto";
import type { Browser } from "playwright-core";
import { parseQuantity, parseUnitPrice } from "#server/domain/amount";
import { aVisitor, type Visitor, type VisitorOptions } from "./a-visitor.ts";
import { anAddress } from "./facture-fixtures.ts";

export type FurnishedVisitor = Awaited<ReturnType<typeof aFurnishedVisitor>>;

export const visitorPassword = "quatre mots sans rapport";

/** A username nobody has: several runs may share one server. */
export const aUsername = () => `essai-${randomBytes(6).toString("hex")}`;

/** Somebody who administers a société of their own, ready to issue, signed in, with one client. */
export async function aFurnishedVisitor(
  browser: Browser,
  baseUrl: string,
  options: VisitorOptions = {},
) {
  const visitor = await aVisitor(browser, baseUrl, options);
  const { api } = visitor;
  const username = aUsername();
  await api.auth.register.mutate({
    nom_societe: "Menuiserie Vasseur",
    email: `${username}@vasseur.example`,
    username,
    password: visitorPassword,
  });
  await visitor.logIn(username, visitorPassword);
  await furnish(api);
  const { clientId } = await api.clients.create.mutate({
    type: "professionnel",
    nom: "Brasserie Lumière",
    siren: "404833048",
    address: anAddress({ line1: "4 place du Marché" }),
  });
  return {
    ...visitor,
    username,
    clientId,
    /** A brouillon of 120,00 € TTC that may be issued as it is. */
    aBrouillon: () => api.factures.draft.mutate({ content: aContentFor(clientId) }),
  };
}

type Content = Parameters<Visitor["api"]["factures"]["update"]["mutate"]>[0]["content"];

/** One ligne, 100,00 € HT at 20 %. */
export const aContentFor = (clientId: string): Content => ({
  clientId,
  subject: "",
  purchaseOrder: "",
  buyerReference: "",
  operation: "standard",
  exemptionArticle: "",
  deliveredOn: null,
  echeance: { mode: "jours", days: 30 },
  shipTo: null,
  note: "",
  lignes: [
    {
      kind: "ligne",
      designation: "Tablette en chêne",
      description: "",
      quantity: parseQuantity("1") ?? 0,
      unit: "C62",
      unitPriceHt: parseUnitPrice("100") ?? 0,
      rate: 2000,
      nature: "bien",
      ajustements: [],
      produitId: null,
    },
  ],
  ajustements: [],
});

/** Who the société is, to the law. */
export const identite = {
  nom: "Menuiserie Vasseur",
  formeJuridique: "SARL",
  isEi: false,
  siren: "732829320",
  siret: "73282932000074",
  rcs: "Lyon",
  capital: 1_000_000,
  address: anAddress(),
  email: "contact@vasseur.example",
  phone: "",
  website: "",
  assurance: "",
};

/** Everything a lawful facture asks of its issuer. */
async function furnish(api: Visitor["api"]): Promise<void> {
  await api.societe.updateIdentite.mutate(identite);
  await api.societe.updateTva.mutate({
    tvaNumber: "FR44732829320",
    regime: "reel",
    exigibilite: "encaissements",
    territoire: "metropole",
  });
}
