import { useTranslation } from "react-i18next";
import { formatEuros } from "../../formats";
import type { RouterOutputs } from "../../trpc";

export type JournalLine = RouterOutputs["journal"]["list"]["rows"][number];

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

const motifs = {
  ROLE_FORBIDDEN: "role",
  AMOUNTS_HIDDEN: "montants",
  SOCIETE_MISMATCH: "societe",
} as const;

/** « Claire Lenoir a émis la facture F-2026-0042 »: what a line says, in one sentence. */
export function useJournalSentence() {
  const { t } = useTranslation("journal");
  const objetOf = ({ about, payload, kind }: JournalLine): string => {
    if (about?.name) return t(`objets.${about.what}`, { nom: about.name });
    if (about) return t("objets.brouillon");
    const known = text(payload["nom"]) || text(payload["designation"]);
    if (kind.startsWith("client.") && known) return t("objets.client", { nom: known });
    if (kind.startsWith("produit.") && known) return t("objets.produit", { nom: known });
    return t("objets.disparu");
  };
  const motifOf = (code: string): string =>
    t(`motifs.${motifs[code as keyof typeof motifs] ?? "inconnu"}`);
  return (line: JournalLine): string => {
    const { kind, actorNom: nom, payload } = line;
    const cents = payload["amountTtc"];
    const sentence = t(`phrases.${kind}`, {
      nom,
      objet: objetOf(line),
      motif: motifOf(text(payload["code"])),
      numero: text(payload["number"]),
      format: text(payload["format"]).toUpperCase(),
      montant: typeof cents === "number" ? formatEuros(Math.abs(cents)) : "",
      exemple: text(payload["example"]),
      perdues: text(payload["lost"]),
      page: text(payload["page"]),
    });
    const fois = payload["fois"];
    return typeof fois === "number" ? `${sentence} (${t("liste.fois", { fois })})` : sentence;
  };
}
