import { useTranslation } from "react-i18next";
import { formatSiren } from "#server/domain/identifiers";
import type { Colonne } from "#server/domain/liste";
import { countryName } from "../../countries";
import { drawn } from "../../drawn";
import type { RouterOutputs } from "../../trpc";
import { usePlainLinks } from "../../use-plain-links";
import { SortHeader, useSorting } from "../list/sort-header";
import { ChoiceCell, ChoiceHead } from "../selection/choice-cell";
import type { Selection } from "../selection/use-selection";
import { useColonnes } from "../vues/colonnes-menu";
import type { ClientListQuery } from "./client-query";

type Client = RouterOutputs["clients"]["list"]["rows"][number];
type Colonnes = readonly Colonne<"clients">[];
type Props = {
  readonly clients: readonly Client[];
  readonly query: ClientListQuery;
  /** Null: this person may do nothing with several. */
  readonly selection: Selection | null;
};

export function ClientsTable({ clients, query, selection }: Props) {
  const { t } = useTranslation(["clients", "listes", "commun"]);
  const colonnes = useColonnes("clients");
  const langues = { fr: t("commun:langue.nom.fr"), en: t("commun:langue.nom.en") };
  const types = { professionnel: t("type.professionnel"), particulier: t("type.particulier") };
  const choose = (nom: string) => t("listes:selection.choisir", { nom });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the rows' own links are what the keyboard uses.
    <table
      className={`table table--rangs table--clients${selection ? " table--choix" : ""}`}
      onClick={usePlainLinks()}
    >
      <caption className="vh">{t("liste.legende")}</caption>
      <colgroup>
        {selection && <col className="col-choix" />}
        <col />
        {colonnes.map((colonne) => (
          <col key={colonne} className={`col-${colonne}`} />
        ))}
      </colgroup>
      <ClientsHead {...{ query, colonnes, selection }} />
      <tbody
        {...selection?.rows}
        {...drawn(
          clients.map((client) => (
            <ClientRow
              key={client.id}
              client={client}
              type={types[client.type]}
              langue={langues[client.langue]}
              colonnes={colonnes}
              choice={selection && choose(client.nom)}
              isSelected={selection?.isSelected(client.id) ?? false}
            />
          )),
        )}
      />
    </table>
  );
}

type HeadProps = Omit<Props, "clients"> & { readonly colonnes: Colonnes };

function ClientsHead({ query, colonnes, selection }: HeadProps) {
  const { t } = useTranslation(["clients", "listes"]);
  const sorting = useSorting(query);
  return (
    <thead>
      <tr>
        {selection && (
          <ChoiceHead
            label={t("listes:selection.choisirPage")}
            isWhole={selection.isWhole}
            isPart={selection.count > 0 && !selection.isWhole}
            onToggle={selection.toggleShown}
          />
        )}
        <SortHeader sorting={sorting} sort="nom" label={t("liste.nom")} />
        {colonnes.map((colonne) =>
          colonne === "ville" ? (
            <SortHeader key={colonne} sorting={sorting} sort="ville" label={t("liste.ville")} />
          ) : (
            <th key={colonne} scope="col" className={`c-${colonne}`}>
              {t(`liste.${colonne}`)}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}

type RowProps = {
  readonly client: Client;
  readonly type: string;
  readonly langue: string;
  readonly colonnes: Colonnes;
  /** Name of its box; null: it has none. */
  readonly choice: string | null;
  readonly isSelected: boolean;
};

function ClientRow({ client, type, langue, colonnes, choice, isSelected }: RowProps) {
  const { id, nom, siren, email } = client;
  return (
    <tr data-id={id} aria-selected={isSelected || undefined}>
      {choice !== null && <ChoiceCell label={choice} isSelected={isSelected} />}
      <td className="c-titre">
        <a className="rang-lien" data-lien="page" href={`/clients/${id}`}>
          {nom}
        </a>
      </td>
      {colonnes.includes("ville") && <td className="c-sous">{placeOf(client)}</td>}
      {colonnes.includes("type") && <td className="c-fin doux">{type}</td>}
      {colonnes.includes("siren") && (
        <td className="c-siren num doux">{siren && formatSiren(siren)}</td>
      )}
      {colonnes.includes("email") && <td className="c-email doux">{email}</td>}
      {colonnes.includes("langue") && <td className="c-langue doux">{langue}</td>}
    </tr>
  );
}

function placeOf({ zip, city, country }: Client): string {
  const place = [zip, city].filter(Boolean).join(" ");
  return country === "FR" ? place : `${place} · ${countryName(country)}`;
}
