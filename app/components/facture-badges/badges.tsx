import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { type SettlementStatus, settlementStatuses } from "#server/domain/settlement";

const cycles = ["brouillon", "emise", "importee", "annulee"] as const;
type Cycle = (typeof cycles)[number];

/** Name of the colour and the shape, as the style sheet calls them. */
const looks = {
  a_payer: "apayer",
  partielle: "partielle",
  en_retard: "retard",
  payee: "payee",
  a_rembourser: "rembourser",
  annulee: "payee",
} as const satisfies Record<SettlementStatus, string>;

/** Stored life of a document; « annulée » comes from the avoir that cancels it. */
export function CycleBadge({ cycle, label }: { readonly cycle: Cycle; readonly label: string }) {
  return (
    <span className="badge badge--cycle badge--forme" data-v={cycle}>
      {label}
    </span>
  );
}

type SettlementProps = { readonly status: SettlementStatus; readonly label: string };

/** What is still to be received, computed from documents, règlements and today. */
export function SettlementBadge({ status, label }: SettlementProps) {
  return (
    <span className="badge badge--reglement badge--forme" data-v={looks[status]}>
      {label}
    </span>
  );
}

type Words = TFunction<"factures">;

function badgeLabels(t: Words) {
  const byCycle = Object.fromEntries(cycles.map((one) => [one, t(`cycle.${one}`)]));
  const byStatus = Object.fromEntries(
    settlementStatuses.map((one) => [one, t(`reglement.${one}`)]),
  );
  const [before, after] = t("reglement.en_retard_jours", { jours: "|" }).split("|");
  return {
    cycle: (cycle: Cycle) => byCycle[cycle] ?? "",
    settlement: (status: SettlementStatus, lateDays: number) =>
      status === "en_retard" && lateDays > 0
        ? `${before}${lateDays}${after}`
        : (byStatus[status] ?? ""),
  };
}

const known = new WeakMap<Words, ReturnType<typeof badgeLabels>>();

/** Words of the badges, asked once for a language. */
export function useBadgeLabels() {
  const { t } = useTranslation("factures");
  const labels = known.get(t) ?? badgeLabels(t);
  known.set(t, labels);
  return labels;
}
