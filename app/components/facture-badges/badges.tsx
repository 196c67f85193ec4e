import { useTranslation } from "react-i18next";
import type { SettlementStatus } from "#server/domain/settlement";

/** Shapes drawn in one path each: a list shows hundreds of them. */
const shapes = {
  brouillon:
    "M4 20l.9-4L16.3 4.6a1.8 1.8 0 0 1 2.6 0l.5.5a1.8 1.8 0 0 1 0 2.6L8 19.1Zm10.5-13.5 3 3",
  emise:
    "M6.8 10.5h10.4A1.8 1.8 0 0 1 19 12.3v6.4a1.8 1.8 0 0 1-1.8 1.8H6.8A1.8 1.8 0 0 1 5 18.7v-6.4a1.8 1.8 0 0 1 1.8-1.8ZM8 10.5v-3a4 4 0 0 1 8 0v3",
  annulee: "M3.2 12a8.8 8.8 0 1 0 17.6 0 8.8 8.8 0 1 0-17.6 0M6 18 18 6",
  importee: "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
  a_payer: "M3.4 12a8.6 8.6 0 1 0 17.2 0 8.6 8.6 0 1 0-17.2 0",
  partielle: "M3.4 12a8.6 8.6 0 1 0 17.2 0 8.6 8.6 0 1 0-17.2 0M12 3.4v17.2M15 4v16M18 6v12",
  payee: "M3.2 12a8.8 8.8 0 1 0 17.6 0 8.8 8.8 0 1 0-17.6 0M8 12.3l2.8 2.8L16 9.4",
  en_retard: "M3.2 12a8.8 8.8 0 1 0 17.6 0 8.8 8.8 0 1 0-17.6 0M12 7.2v5.2l3 2",
  a_rembourser: "M9 6 4 11l5 5M4 11h10a6 6 0 0 1 6 6v2",
} as const;

const colours = {
  a_payer: "apayer",
  partielle: "partielle",
  en_retard: "retard",
  payee: "payee",
  a_rembourser: "partielle",
  annulee: "payee",
} as const satisfies Record<SettlementStatus, string>;

type Cycle = "brouillon" | "emise" | "importee" | "annulee";

const Shape = ({ name }: { readonly name: keyof typeof shapes }) => (
  <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
    <path d={shapes[name]} />
  </svg>
);

/** Stored life of a document; « annulée » comes from the avoir that cancels it. */
export function CycleBadge({ cycle, label }: { readonly cycle: Cycle; readonly label: string }) {
  return (
    <span className="badge badge--cycle" data-v={cycle}>
      <Shape name={cycle} />
      {label}
    </span>
  );
}

type SettlementProps = { readonly status: SettlementStatus; readonly label: string };

/** What is still to be received, computed from documents, règlements and today. */
export function SettlementBadge({ status, label }: SettlementProps) {
  return (
    <span className="badge badge--reglement" data-v={colours[status]}>
      <Shape name={status} />
      {label}
    </span>
  );
}

/** Words of the badges, asked once for a whole list. */
export function useBadgeLabels() {
  const { t } = useTranslation("factures");
  return {
    cycle: (cycle: Cycle) => t(`cycle.${cycle}`),
    settlement: (status: SettlementStatus, lateDays: number) =>
      status === "en_retard" && lateDays > 0
        ? t("reglement.en_retard_jours", { jours: lateDays })
        : t(`reglement.${status}`),
  };
}
