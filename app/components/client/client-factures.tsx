import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatDay } from "../../formats";
import { useCan } from "../../session";
import { type RouterOutputs, trpc } from "../../trpc";
import { usePlainLinks } from "../../use-plain-links";
import { useShownEuros } from "../../use-shown-euros";
import { Write } from "../../write";
import { CycleBadge, SettlementBadge, useBadgeLabels } from "../facture-badges/badges";
import { draftForm } from "../facture-editor/facture-forms";
import { SubmitButton } from "../submit-button";

type Facture = RouterOutputs["factures"]["list"]["rows"][number];

/** The latest factures of a client, as the list of factures would show them. */
export const clientFactures = (clientId: string) => ({ clientId });

type Props = { readonly clientId: string; readonly isArchived: boolean };

export function ClientFactures({ clientId, isArchived }: Props) {
  const { t } = useTranslation("clients");
  const [{ rows }] = trpc.factures.list.useSuspenseQuery(clientFactures(clientId));
  const canWrite = useCan("factures.draft");
  return (
    <section className="zone" aria-labelledby="factures-titre">
      <div className="zone-t">
        <h2 id="factures-titre">{t("fiche.factures")}</h2>
      </div>
      {rows.length > 0 ? (
        <FacturesOfClient factures={rows} />
      ) : (
        <div className="vide">
          <h2>{t("fiche.aucune")}</h2>
          <p>{t("fiche.aucuneTexte")}</p>
          {canWrite && !isArchived && (
            <div className="acts">
              <NewFactureFor clientId={clientId} />
            </div>
          )}
        </div>
      )}
    </section>
  );
}

/** Opens a brouillon already addressed to this client. */
export function NewFactureFor({ clientId }: { clientId: string }) {
  const { t } = useTranslation("clients");
  return (
    <Write form={draftForm} className="haut__creer">
      <input type="hidden" name="clientId" value={clientId} />
      <SubmitButton>
        <Plus className="ic" aria-hidden />
        <span>{t("fiche.nouvelleFacture")}</span>
      </SubmitButton>
    </Write>
  );
}

function FacturesOfClient({ factures }: { factures: readonly Facture[] }) {
  const { t } = useTranslation("clients");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the rows' own links are what the keyboard uses.
    <table className="table table--nu table--rangs" onClick={usePlainLinks()}>
      <caption className="vh">{t("fiche.factures")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("fiche.numero")}</th>
          <th scope="col" className="c-date">
            {t("fiche.date")}
          </th>
          <th scope="col">{t("fiche.etat")}</th>
          <th scope="col" className="droite">
            {t("fiche.total")}
          </th>
        </tr>
      </thead>
      <tbody>
        {factures.map((facture) => (
          <FactureOfClient key={facture.id} facture={facture} />
        ))}
      </tbody>
    </table>
  );
}

function FactureOfClient({ facture }: { facture: Facture }) {
  const { t } = useTranslation("clients");
  const { id, number, issuedOn, subject, totalTtc } = facture;
  const shown = useShownEuros();
  return (
    <tr>
      <td className="c-titre num">
        <a
          className="rang-lien"
          data-lien="page"
          href={number ? `/factures/${id}` : `/factures/${id}/modifier`}
        >
          {number ?? t("fiche.sansNumero")}
        </a>
      </td>
      <td className="c-date num doux">{issuedOn ? formatDay(issuedOn) : subject}</td>
      <td className="c-sous">
        <FactureBadge facture={facture} />
      </td>
      <td className="c-fin droite montant">{shown(totalTtc)}</td>
    </tr>
  );
}

/** What is to be received of it, else its life. */
function FactureBadge({ facture: { settlement, status } }: { facture: Facture }) {
  const labels = useBadgeLabels();
  if (!settlement) return <CycleBadge cycle={status} label={labels.cycle(status)} />;
  return (
    <SettlementBadge status={settlement.status} label={labels.settlement(settlement.status, 0)} />
  );
}
