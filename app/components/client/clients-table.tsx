import { useTranslation } from "react-i18next";
import { formatSiren } from "#server/domain/identifiers";
import { countryName } from "../../countries";
import { drawn } from "../../drawn";
import type { RouterOutputs } from "../../trpc";
import { usePlainLinks } from "../../use-plain-links";
import { SortHeader, useSorting } from "../list/sort-header";
import type { ClientListQuery } from "./client-query";

type Client = RouterOutputs["clients"]["list"]["rows"][number];
type Props = { readonly clients: readonly Client[]; readonly query: ClientListQuery };

export function ClientsTable({ clients, query }: Props) {
  const { t } = useTranslation("clients");
  const sorting = useSorting(query);
  const types = { professionnel: t("type.professionnel"), particulier: t("type.particulier") };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the rows' own links are what the keyboard uses.
    <table className="table table--rangs table--clients" onClick={usePlainLinks()}>
      <caption className="vh">{t("liste.legende")}</caption>
      <colgroup>
        <col />
        <col className="col-ville" />
        <col className="col-type" />
        <col className="col-siren" />
        <col className="col-email" />
      </colgroup>
      <thead>
        <tr>
          <SortHeader sorting={sorting} sort="nom" label={t("liste.nom")} />
          <SortHeader sorting={sorting} sort="ville" label={t("liste.ville")} />
          <th scope="col">{t("liste.type")}</th>
          <th scope="col">{t("liste.siren")}</th>
          <th scope="col" className="c-email">
            {t("liste.email")}
          </th>
        </tr>
      </thead>
      <tbody
        {...drawn(
          clients.map((client) => (
            <ClientRow key={client.id} client={client} type={types[client.type]} />
          )),
        )}
      />
    </table>
  );
}

function ClientRow({ client, type }: { client: Client; type: string }) {
  const { id, nom, city, zip, country, siren, email } = client;
  const place = [zip, city].filter(Boolean).join(" ");
  return (
    <tr>
      <td className="c-titre">
        <a className="rang-lien" data-lien="page" href={`/clients/${id}`}>
          {nom}
        </a>
      </td>
      <td className="c-sous">{country === "FR" ? place : `${place} · ${countryName(country)}`}</td>
      <td className="c-fin doux">{type}</td>
      <td className="c-siren num doux">{siren && formatSiren(siren)}</td>
      <td className="c-email doux">{email}</td>
    </tr>
  );
}
