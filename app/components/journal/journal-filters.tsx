import { Form, Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { trpc } from "../../trpc";
import { CsvLink } from "../list/csv-link";
import { ListSearch } from "../list/list-search";
import { ListViews } from "../list/list-views";
import { groups, journalQuery } from "./journal-params";

/** Which lines: their sort, their author, their days, their words. All of it in the address. */
export function JournalFilters() {
  const { t } = useTranslation("journal");
  const [params] = useSearchParams();
  const { cursor: _, ...selection } = journalQuery(params);
  const views = groups.map((group) => ({
    label: t(`vues.${group}`),
    params: group === "tout" ? {} : { sorte: group },
  }));
  return (
    <>
      <ListViews label={t("vues.titre")} views={views} names={["sorte"]} />
      <div className="outils">
        <ListSearch label={t("filtres.chercher")} placeholder={t("filtres.invite")} />
        <CsvLink
          path="/reglages/journal.csv"
          selection={selection}
          title={t("filtres.exporterTitre")}
        />
        {params.has("objet") && (
          <span className="puce">
            <span>{t("filtres.objet")}</span>
            <Link className="lien" to="/reglages/journal">
              {t("filtres.toutVoir")}
            </Link>
          </span>
        )}
      </div>
      <WhoAndWhen key={params.toString()} params={params} />
    </>
  );
}

const own = ["qui", "du", "au", "suite"];

function WhoAndWhen({ params }: { readonly params: URLSearchParams }) {
  const { t } = useTranslation("journal");
  const [{ actors }] = trpc.journal.overview.useSuspenseQuery();
  const people = actors.filter(({ id }) => id !== "");
  return (
    <Form method="get" className="journal-filtres">
      {[...params]
        .filter(([name]) => !own.includes(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <label className="groupe">
        <span className="etiquette">{t("filtres.personne")}</span>
        <select className="champ" name="qui" defaultValue={params.get("qui") ?? ""}>
          <option value="">{t("filtres.tous")}</option>
          {people.map(({ id, nom }) => (
            <option key={id} value={id}>
              {nom}
            </option>
          ))}
        </select>
      </label>
      {(["du", "au"] as const).map((name) => (
        <label key={name} className="groupe">
          <span className="etiquette">{t(`filtres.${name}`)}</span>
          <input
            className="champ num"
            type="date"
            name={name}
            min="2000-01-01"
            max="2099-12-31"
            defaultValue={params.get(name) ?? ""}
          />
        </label>
      ))}
      <button type="submit" className="bouton">
        {t("filtres.filtrer")}
      </button>
    </Form>
  );
}
