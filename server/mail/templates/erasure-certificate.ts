import type { Inventory } from "#db/control/schema/clotures";
import { type MailContent, renderMail } from "../render-mail.ts";
import { parisTime } from "./paris-time.ts";

type Facts = Inventory & {
  readonly askedByNom: string;
  /** Instants, milliseconds UTC. */
  readonly askedAt: number;
  readonly destroyedAt: number;
};

/** To who asked for it, once nothing is left. */
export const erasureCertificate = (facts: Facts): MailContent =>
  renderMail({
    subject: `Attestation de destruction des données de « ${facts.nom} »`,
    paragraphs: [
      "Bonjour,",
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
  });
