import sharp from "sharp";
import { tvaNumberOf } from "#server/domain/identifiers";
import { type StaffedSociete, testPassword } from "../support/a-staffed-societe.ts";

const sirens = ["732829320", "404833048"] as const;
let furnished = 0;

/** Settings, clients, produits and documents whose every free text bears the mark of the société. */
export async function furnish(of: StaffedSociete): Promise<void> {
  const siren = sirens[furnished++ % sirens.length] ?? sirens[0];
  await of.call("societe.updateIdentite", identite(of, siren));
  await of.call("societe.updateTva", tva(tvaNumberOf(siren)));
  await of.call("societe.updatePaiement", paiement());
  await of.call("societe.updateSeries", serie(of, "facture"));
  await of.call("societe.updateSeries", serie(of, "avoir"));
  await of.call("societe.updateMarque", marque(of));
  await of.call("societe.updateFooter", footer(of));
  await of.call("societe.setLogo", await logo(of));
  for (let index = 0; index < 3; index++) {
    await of.call("clients.create", client(of, index));
    await of.call("produits.create", produit(of, index));
  }
}

export const identite = ({ nom, mark }: StaffedSociete, siren: string) => ({
  nom,
  formeJuridique: "SARL",
  isEi: false,
  siren,
  siret: "",
  rcs: "Lyon",
  capital: 1_000_000,
  address: address(mark),
  email: `contact@${mark.toLowerCase()}.example`,
  phone: "",
  website: "",
  assurance: "",
});

export const tva = (tvaNumber: string) => ({
  tvaNumber,
  regime: "reel",
  exigibilite: "encaissements",
  territoire: "metropole",
});

export const paiement = () => ({
  iban: "FR7630006000011234567890189",
  bic: "AGRIFRPP",
  echeanceDays: 30,
  echeanceFinDeMois: false,
  penalitesRate: 1215,
  escompteRate: 0,
  escompteDays: 0,
  current_password: testPassword,
});

export const footer = ({ mark }: StaffedSociete) => ({ footer: `Pied de page ${mark}` });

export const serie = ({ mark }: StaffedSociete, code: "facture" | "avoir") => ({
  code,
  pattern: `${mark.slice(0, 4).toUpperCase()}-${code === "facture" ? "F" : "A"}-{annee}-{rang:5}`,
  reset: "yearly",
});

/** Each société its colours: a style sheet tells whose it is. */
export const marque = ({ mark }: StaffedSociete) => ({
  template: "sobre",
  accent: mark.startsWith("A") ? "#0a0a5a" : "#5a0a0a",
  second: "#c9a227",
  window: "right",
  police: "inter",
});

export async function logo({ mark }: StaffedSociete) {
  const background = mark.startsWith("A") ? "#0a0a5a" : "#5a0a0a";
  const image = sharp({ create: { width: 60, height: 40, channels: 3, background } });
  return { dataBase64: (await image.png().toBuffer()).toString("base64") };
}

const address = (mark: string) => ({
  line1: `12 rue ${mark}`,
  line2: "",
  zip: "69003",
  city: `Lyon-${mark}`,
  country: "FR",
});

export const client = ({ mark }: StaffedSociete, index: number) => ({
  type: "professionnel",
  nom: `Client ${mark} ${index}`,
  siren: "732829320",
  email: `client${index}@${mark.toLowerCase()}.example`,
  address: address(mark),
  note: `Note ${mark}`,
});

export const produit = ({ mark }: StaffedSociete, index: number) => ({
  reference: `${mark.slice(0, 4)}-${index}`,
  designation: `Produit ${mark} ${index}`,
  description: "",
  unit: "C62",
  unitPriceHt: 100_000_000,
  rate: 2000,
  nature: "service",
});
