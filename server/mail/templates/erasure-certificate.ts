import type { Inventory } from "#db/control/schema/clotures";
import { type Letter, letter } from "../letter.ts";
import { parisTime } from "./paris-time.ts";

type Facts = Inventory & {
  readonly askedByNom: string;
  /** Instants, milliseconds UTC. */
  readonly askedAt: number;
  readonly destroyedAt: number;
};

/** To who asked for it, once nothing is left. */
export const erasureCertificate = (facts: Facts): Letter =>
  letter({
    fr: () => ({
      subject: `Attestation de destruction des données de « ${facts.nom} »`,
      paragraphs: [
        `Nous attestons que la base de données et tous les fichiers de « ${facts.nom} » ont été détruits, comme demandé. Restent nos propres factures d’abonnement et notre registre des suppressions, que la loi nous fait conserver.`,
      ],
      facts: [
        { label: "Société", value: facts.nom },
        { label: "SIREN", value: facts.siren || "non renseigné" },
        { label: "Demandée par", value: facts.askedByNom },
        { label: "Demandée le", value: parisTime(facts.askedAt) },
        { label: "Détruite le", value: parisTime(facts.destroyedAt) },
        { label: "Factures et avoirs", value: `${facts.factures} et ${facts.avoirs}` },
        { label: "Clients et produits", value: `${facts.clients} et ${facts.produits}` },
        { label: "Règlements", value: String(facts.reglements) },
        { label: "Lignes du journal", value: String(facts.journalLines) },
        { label: "Fichiers", value: `${facts.files} (${facts.bytes} octets)` },
        { label: "Empreinte SHA-256", value: facts.rootSha256 },
      ],
      closing: [
        "L’empreinte est celle de la liste triée des fichiers détruits, chacun sur une ligne : son SHA-256, deux espaces, son nom.",
      ],
    }),
    en: () => ({
      subject: `Certificate of destruction of the data of “${facts.nom}”`,
      paragraphs: [
        `We certify that the database and all the files of “${facts.nom}” were destroyed, as asked. What remains is our own invoices of the subscription and our register of deletions, which the law makes us keep.`,
      ],
      facts: [
        { label: "Company", value: facts.nom },
        { label: "SIREN", value: facts.siren || "not given" },
        { label: "Asked by", value: facts.askedByNom },
        { label: "Asked on", value: parisTime(facts.askedAt, "en") },
        { label: "Destroyed on", value: parisTime(facts.destroyedAt, "en") },
        { label: "Invoices and credit notes", value: `${facts.factures} and ${facts.avoirs}` },
        { label: "Customers and products", value: `${facts.clients} and ${facts.produits}` },
        { label: "Payments", value: String(facts.reglements) },
        { label: "Lines of the journal", value: String(facts.journalLines) },
        { label: "Files", value: `${facts.files} (${facts.bytes} bytes)` },
        { label: "SHA-256", value: facts.rootSha256 },
      ],
      closing: [
        "The hash is that of the sorted list of the files destroyed, one a line: its SHA-256, two spaces, its name.",
      ],
    }),
  });
