import { useTranslation } from "react-i18next";
import { formatSiren } from "#server/domain/identifiers";
import { countryName } from "../../countries";
import type { RouterOutputs } from "../../trpc";
import { SortHeader } from "../list/sort-header";
import { useRowLinks } from "../list/use-row-links";
import type { ClientListQuery } from "./client-query";

type Client = RouterOutputs["clients"]["list"]["rows"][number];
type Props = { readonly clients: readonly Client[]; readonly query: ClientListQuery };

export function ClientsTable({ clients, query }: Props) {
  const { t } = useTranslation("clients");
  const types = { professionnel: t("type.professionnel"), particulier: t("type.particulier") };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the rows' own links are what the keyboard uses.
    <table className="table table--rangs table--clients" onClick={useRowLinks()}>
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
          <SortHeader sort="nom" label={t("liste.nom")} current={query} />
          <SortHeader sort="ville" label={t("liste.ville")} current={query} />
          <th scope="col">{t("liste.type")}</th>
          <th scope="col">{t("liste.siren")}</th>
          <th scope="col" className="c-email">
            {t("liste.email")}
          </th>
        </tr>
      </thead>
      <tbody>
        {clients.map((client) => (
          <ClientRow key={client.id} client={client} type={types[client.type]} />
        ))}
      </tbody>
    </table>
  );
}

function ClientRow({ client, type }: { client: Client; type: string }) {
  const { id, nom, city, zip, country, siren, email } = client;
  const place = [zip, city].filter(Boolean).join(" ");
  return (
    <tr>
      <td className="c-titre">
        <a className="rang-lien" href={`/clients/${id}`}>
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
