import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { formatPrice } from "../../format-price";
import { formatEuros } from "../../formats";
import { type RouterOutputs, trpc } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { Modal } from "../facture-modal/modal";
import { SubmitButton } from "../submit-button";
import { changeForm } from "./abonnement-forms";
import { useAbonnement } from "./abonnement-view";
import { LimitsChange } from "./limits-change";

type Props = { readonly planCode: string; readonly onClose: () => void };
type Preview = RouterOutputs["abonnement"]["previewChange"];

/** Another plan: when, for how much, with which limits. Nothing changes before it is confirmed. */
export function ChangeModal({ planCode, onClose }: Props) {
  const { t } = useTranslation("abonnement");
  const { offres, rythme, offert, subscription } = useAbonnement();
  const { data: preview } = trpc.abonnement.previewChange.useQuery({ planCode });
  const offre = offres.find(({ mois, an }) => mois?.code === planCode || an?.code === planCode);
  if (!preview || !offre) return null;
  const { nom, effect, at } = preview;
  const jour = longDayOf(at);
  const isNow = effect === "now";
  return (
    <Modal
      title={isNow ? t("modale.hausse", { nom }) : t("modale.baisse", { nom, jour })}
      onClose={onClose}
    >
      <p>{isNow ? t("modale.hausseTexte", { nom }) : t("modale.baisseTexte")}</p>
      {offert && <p>{t("modale.offert", { nom: subscription?.plan.nom ?? "" })}</p>}
      <Costs preview={preview} />
      <LimitsChange to={offre} />
      <Write form={changeForm} className="form-grille" onDone={followChange}>
        <ErrorSummary labels={{}} />
        <input type="hidden" name="planCode" value={planCode} />
        <div className="acts acts--fin">
          <Link className="bouton" to={`?rythme=${rythme}`} replace preventScrollReset>
            {t("modale.renoncer")}
          </Link>
          <SubmitButton>
            {isNow ? <Confirm preview={preview} /> : t("modale.confirmerBaisse", { nom, jour })}
          </SubmitButton>
        </div>
      </Write>
    </Modal>
  );
}

/** A payment to confirm has its own page, elsewhere; otherwise the page says what was done. */
function followChange(change: RouterOutputs["abonnement"]["change"]): void {
  window.location.assign(changeForm.next?.(change, { planCode: "" }) ?? "");
}

function Confirm({ preview: { nom, dueTtc } }: { readonly preview: Preview }) {
  const { t } = useTranslation("abonnement");
  return dueTtc > 0
    ? t("modale.confirmerHausse", { nom, montant: formatEuros(dueTtc) })
    : t("modale.confirmerHausseSansMontant", { nom });
}

function Costs({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation("abonnement");
  const { effect, dueTtc, next } = preview;
  return (
    <dl className="definition num">
      {effect === "now" && (
        <div className="definition__rang">
          <dt>{t("modale.aPayer")}</dt>
          <dd className="fort">{formatEuros(dueTtc)}</dd>
        </div>
      )}
      {next && (
        <div className="definition__rang">
          <dt>{t("modale.prochaine")}</dt>
          <dd>
            {t("modale.prochaineDe", { jour: longDayOf(next.at), prix: formatPrice(next.priceHt) })}
          </dd>
        </div>
      )}
    </dl>
  );
}
