import { Link, useSearchParams } from "@remix-run/react";
import { Inbox } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Words } from "../../i18n/twin";
import { trpc } from "../../trpc";
import { EmptyState } from "../empty-state";
import { NoResults } from "../list/no-results";
import { PagedList } from "../list/paged-list";
import { useCursors } from "../list/use-cursors";
import { evenementsQuery } from "./evenements-query";
import { EvenementsTable } from "./evenements-table";
import { FilterSelect } from "./filter-select";

const statuts = ["received", "done", "ignored", "failed"] as const;

/** Everything Stripe sent, and what became of it. */
export function RegistreSection() {
  const { t } = useTranslation("verite");
  const [{ types, enAttente, enErreur }] = trpc.consoleStripe.etat.useSuspenseQuery();
  return (
    <section className="zone" id="registre" aria-labelledby="registre-titre">
      <header className="zone-t">
        <h2 id="registre-titre">{t("registre.titre")}</h2>
        <p>
          {t("registre.attente", { count: enAttente })} ·{" "}
          {t("registre.erreurs", { count: enErreur })}
        </p>
      </header>
      <Refused />
      <div className="outils">
        <FilterSelect
          name="statut"
          label={t("filtres.statut")}
          all={t("filtres.tous")}
          options={statuts.map((value) => ({ value, label: t(`statut.${value}`) }))}
        />
        <FilterSelect
          name="type"
          label={t("filtres.type")}
          all={t("filtres.tous")}
          options={types.map((value) => ({ value, label: value }))}
        />
      </div>
      <List />
    </section>
  );
}

/** What was knocked back at the door, counted by reason. */
function Refused() {
  const { t } = useTranslation("verite");
  const [{ refuses }] = trpc.consoleStripe.etat.useSuspenseQuery();
  if (refuses.length === 0) return null;
  const words = refuses.map(
    ({ motif, nb }) => `${nb} ${t(`refus.${motif as keyof Words["verite"]["refus"]}`)}`,
  );
  return (
    <p className="note">
      {t("registre.refuses")} {words.join(", ")}.
    </p>
  );
}

function List() {
  const { t } = useTranslation("verite");
  const [params] = useSearchParams();
  const { cursor: first, ...query } = evenementsQuery(params);
  const { cursors, add } = useCursors(first, query);
  const pages = trpc.useQueries((one) =>
    cursors.map((cursor) => one.consoleStripe.evenements({ ...query, cursor })),
  );
  const isFiltered = Object.values(query).some((value) => value !== null);
  const nom = pages[0]?.data?.rows[0]?.societe;
  return (
    <>
      {query.societeId !== null && (
        <p className="note">
          {nom && t("registre.deSociete", { nom })}{" "}
          <Link className="lien" to="?#registre">
            {t("registre.toutes")}
          </Link>
        </p>
      )}
      <PagedList
        pages={pages}
        onMore={add}
        count={() => ""}
        empty={
          isFiltered ? (
            <NoResults text={t("registre.aucun")} />
          ) : (
            <EmptyState icon={Inbox} title={t("registre.vide")} text={t("registre.videTexte")} />
          )
        }
      >
        {(rows) => <EvenementsTable rows={rows} />}
      </PagedList>
    </>
  );
}
