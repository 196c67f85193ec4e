import { useTranslation } from "react-i18next";
import { shortDayOf } from "../../days";
import { formatTime } from "../../format-moment";
import { type RouterOutputs, trpc } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { SubmitButton } from "../submit-button";
import { openForm, requestForm, withdrawForm } from "../visite/visite-forms";
import { ReasonField } from "./reason-field";
import { useConsoleSociete } from "./societe-view";

type Row = RouterOutputs["consoleVisites"]["list"]["rows"][number];

/** To look into a société with its agreement: asked for, waited for, opened. */
export function VisiteSection() {
  const { t } = useTranslation(["assistance", "actes"]);
  const { societeId } = useConsoleSociete();
  const [{ rows, userId }] = trpc.consoleVisites.list.useSuspenseQuery({ societeId });
  const current = rows.find(({ etat }) => etat === "demandee" || etat === "ouverte");
  return (
    <section className="panneau formacte" aria-labelledby="visite-titre">
      <h2 id="visite-titre">{t("assistance:console.titre")}</h2>
      {current ? (
        <Current row={current} isMine={current.operatorId === userId} />
      ) : (
        <>
          <p className="sub">{t("assistance:console.aide")}</p>
          <Write form={requestForm}>
            <ErrorSummary labels={{ reason: t("actes:champs.raison") }} />
            <input type="hidden" name="societeId" value={societeId} />
            <ReasonField />
            <SubmitButton plain>{t("assistance:console.demander")}</SubmitButton>
          </Write>
        </>
      )}
    </section>
  );
}

function Current({ row, isMine }: { readonly row: Row; readonly isMine: boolean }) {
  const { t } = useTranslation("assistance");
  const { societeId, etat, askedAt, operatorNom: nom, answeredNom, untilAt, id } = row;
  const isOpen = etat === "ouverte";
  const at = isOpen ? (untilAt ?? 0) : askedAt;
  const when = { jour: shortDayOf(at), heure: formatTime(at) };
  const which = (
    <>
      <ErrorSummary labels={{}} />
      <input type="hidden" name="societeId" value={societeId} />
      <input type="hidden" name="visiteId" value={id} />
    </>
  );
  return (
    <>
      <p>
        {isOpen
          ? t("console.ouverte", { par: answeredNom ?? "", ...when })
          : t("console.attente", { nom, ...when })}
      </p>
      {isOpen && !isMine && <p className="sub">{t("console.autre", { nom })}</p>}
      {isOpen && isMine && (
        <Write form={openForm}>
          {which}
          <SubmitButton>{t("console.ouvrir")}</SubmitButton>
        </Write>
      )}
      <Write form={withdrawForm}>
        {which}
        <SubmitButton plain>{t(isOpen ? "console.fermer" : "console.retirer")}</SubmitButton>
      </Write>
    </>
  );
}
