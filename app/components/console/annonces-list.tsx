import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { shortDayOf } from "../../days";
import { type RouterOutputs, trpc } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { SubmitButton } from "../submit-button";
import { endAnnonceForm } from "./annonce-forms";
import { ReasonField } from "./reason-field";

type Row = RouterOutputs["consoleAnnonces"]["list"]["rows"][number];

const looks = { prevue: "info", affichee: "succes", finie: undefined } as const;

/** What was told, the latest first; what is shown or to come may be taken back. */
export function AnnoncesList() {
  const { t } = useTranslation("annonces");
  const [{ rows }] = trpc.consoleAnnonces.list.useSuspenseQuery();
  return (
    <section className="zone" aria-labelledby="annonces-titre">
      <header className="zone-t">
        <h2 id="annonces-titre">{t("liste.titre")}</h2>
        <p>{t("liste.note")}</p>
      </header>
      {rows.length === 0 ? (
        <p className="note">{t("liste.vide")}</p>
      ) : (
        <ul className="annonces-liste">
          {rows.map((row) => (
            <One key={row.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

function One({ row }: { readonly row: Row }) {
  const { t } = useTranslation("annonces");
  const [params] = useSearchParams();
  const { id, niveau, etat, texteFr, texteEn, fromAt, untilAt } = row;
  const du = shortDayOf(fromAt);
  const when =
    untilAt === null
      ? t("liste.depuis", { du })
      : t("liste.de", { du, au: shortDayOf(untilAt - 1) });
  const isEnding = params.get("retirer") === id;
  return (
    <li>
      <p>
        <span className="badge badge--etat" data-v={looks[etat]}>
          {t(`etat.${etat}`)}
        </span>{" "}
        <span className="sub">
          {t(`niveau.${niveau}`)}, {when}
        </span>
      </p>
      <p lang="fr">{texteFr}</p>
      <p lang="en" className="sub">
        {texteEn}
      </p>
      {isEnding && etat !== "finie" && <Ending id={id} />}
      {!isEnding && etat !== "finie" && (
        <Link className="lien" to={`?retirer=${id}`} preventScrollReset>
          {t("liste.retirer")}
        </Link>
      )}
    </li>
  );
}

function Ending({ id }: { readonly id: string }) {
  const { t } = useTranslation(["annonces", "actes"]);
  return (
    <section className="panneau formacte" aria-label={t("annonces:liste.retirerTitre")}>
      <p className="sub">{t("annonces:liste.retirerAide")}</p>
      <Write form={endAnnonceForm} about={id}>
        <ErrorSummary labels={{ reason: t("actes:champs.raison") }} />
        <input type="hidden" name="annonceId" value={id} />
        <ReasonField />
        <SubmitButton look="danger">{t("annonces:liste.retirerFaire")}</SubmitButton>
      </Write>
      <Link className="lien" to="?" preventScrollReset>
        {t("annonces:liste.garder")}
      </Link>
    </section>
  );
}
