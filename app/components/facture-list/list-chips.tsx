import { Link, useSearchParams } from "@remix-run/react";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatDay } from "../../formats";
import { trpc } from "../../trpc";
import { everything } from "../list/list-param";
import type { ListParams } from "./list-params";

/** The filters another page led here with: each said, and taken off by itself. */
export function ListChips({ params }: { readonly params: ListParams }) {
  const { echeanceDu, echeanceAu, regleDu, regleAu, client } = params;
  return (
    <>
      <DaysChip
        name="echeanceEntre"
        from="echeanceDu"
        until="echeanceAu"
        du={echeanceDu}
        au={echeanceAu}
      />
      <DaysChip name="regleEntre" from="regleDu" until="regleAu" du={regleDu} au={regleAu} />
      {client !== "" && <ClientChip client={client} />}
    </>
  );
}

/** What the address says beside these names; the place in the list goes with them. */
export function useOthers(names: readonly string[]): readonly (readonly [string, string])[] {
  const [search] = useSearchParams();
  return [...search].filter(([name]) => name !== "suite" && !names.includes(name));
}

type DaysProps = {
  readonly name: "periode" | "echeanceEntre" | "regleEntre";
  /** Names of both days in the address, and what they say. */
  readonly from: string;
  readonly until: string;
  readonly du: string;
  readonly au: string;
};

export function DaysChip({ name, from, until, du, au }: DaysProps) {
  const { t } = useTranslation("factures");
  if (du === "" && au === "") return null;
  const days = { du: du && formatDay(du), au: au && formatDay(au) };
  const words = du && au ? "liste.duAu" : du ? "liste.depuis" : "liste.jusquAu";
  return (
    <Chip label={t(`liste.${name}`)} names={[from, until]}>
      <b className="num">{t(words, days)}</b>
    </Chip>
  );
}

function ClientChip({ client }: Pick<ListParams, "client">) {
  const { t } = useTranslation("factures");
  const { data } = trpc.clients.get.useQuery({ clientId: client });
  return (
    <Chip label={t("liste.duClient")} names={["client"]}>
      <b className="coupe">{data?.nom ?? "…"}</b>
    </Chip>
  );
}

type ChipProps = {
  readonly label: string;
  readonly names: readonly string[];
  readonly children: ReactNode;
};

function Chip({ label, names, children }: ChipProps) {
  const { t } = useTranslation("factures");
  const others = useOthers(names).map(([name, value]) => [name, value]);
  return (
    <span className="puce">
      <span>{label}</span> {children}
      <Link
        to={`?${String(new URLSearchParams(others)) || everything}`}
        aria-label={t("liste.retirerFiltre", { filtre: label })}
        preventScrollReset
      >
        <X className="ic ic--14" aria-hidden />
      </Link>
    </span>
  );
}
