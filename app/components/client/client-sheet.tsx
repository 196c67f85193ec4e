import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatSiren } from "#server/domain/identifiers";
import { countryName } from "../../countries";
import { formatEcheance } from "../../formats";
import type { RouterOutputs } from "../../trpc";
import { Definition } from "../definition";

type Props = {
  readonly client: RouterOutputs["clients"]["get"];
  readonly children: ReactNode;
};

/** What is known of a client, beside its factures. */
export function ClientSheet({ client, children }: Props) {
  const { t } = useTranslation(["clients", "commun"]);
  const { type, siren, siret, tvaNumber, email, phone, echeance, langue, note } = client;
  return (
    <aside className="fiche-d" aria-labelledby="fiche-titre">
      <div className="zone-t">
        <h2 id="fiche-titre">{t("fiche.fiche")}</h2>
        <p>{t(`type.${type}`)}</p>
      </div>
      <Definition
        entries={[
          { label: t("formulaire.adresse"), value: <PostalAddress address={client.address} /> },
          { label: t("formulaire.email"), value: email },
          { label: t("formulaire.telephone"), value: phone },
          { label: t("formulaire.siren"), value: siren && formatSiren(siren) },
          { label: t("formulaire.siret"), value: siret },
          { label: t("formulaire.tva"), value: tvaNumber },
          {
            label: t("formulaire.echeance"),
            value: echeance ? formatEcheance(echeance) : t("formulaire.echeanceSociete"),
          },
          { label: t("formulaire.langue"), value: t(`commun:langue.nom.${langue}`) },
          {
            label: t("formulaire.note"),
            value: note && <span className="multiligne">{note}</span>,
          },
        ]}
      />
      {children}
    </aside>
  );
}

function PostalAddress({ address }: Pick<Props["client"], "address">) {
  const { t } = useTranslation("clients");
  const { line1, line2, zip, city, country } = address;
  const lines = [line1, line2, [zip, city].filter(Boolean).join(" ")].filter(Boolean);
  if (lines.length === 0) return <span className="t-att">{t("fiche.sansAdresse")}</span>;
  const all = country === "FR" ? lines : [...lines, countryName(country)];
  return <span className="multiligne">{all.join("\n")}</span>;
}
