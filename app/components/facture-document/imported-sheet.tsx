import { useTranslation } from "react-i18next";
import { formatDay, formatEuros, formatQuantity, formatRate, formatUnitPrice } from "../../formats";
import type { RouterOutputs } from "../../trpc";
import { DocumentFacts } from "./document-facts";

type View = Pick<RouterOutputs["factures"]["get"], "facture" | "content">;

/** A document of a former tool: what was taken over of it. The page that was sent stays where it was made. */
export function ImportedSheet({ facture, content }: View) {
  const { t } = useTranslation("factures");
  const { type, number, issuedOn, dueOn, clientNom, totalHt, totalTva, totalTtc } = facture;
  const facts = [
    [t("document.emission"), issuedOn ? formatDay(issuedOn) : ""],
    [t("document.echeance"), dueOn ? formatDay(dueOn) : ""],
    [t("document.objet"), content.subject],
  ] as const;
  return (
    <article className="a4" data-theme="clair">
      <div className="doc">
        <header className="doc__tete">
          <p>{t("document.reprise")}</p>
          <div className="doc__titre">
            <h2>{t(`type.${type}`)}</h2>
            <p className="num">{number}</p>
          </div>
        </header>
        <div className="doc__parties">
          <DocumentFacts facts={facts} />
          <address>
            <b>{clientNom || t("document.clientInconnu")}</b>
          </address>
        </div>
        {content.lignes.length > 0 && <Lignes lignes={content.lignes} />}
        <div className="doc__bas">
          <p>{content.note}</p>
          <dl className="doc__totaux num">
            <div>
              <dt>{t("totaux.totalHt")}</dt>
              <dd>{formatEuros(totalHt)}</dd>
            </div>
            <div>
              <dt>{t("totaux.tva")}</dt>
              <dd>{formatEuros(totalTva)}</dd>
            </div>
            <div className="doc__ttc">
              <dt>{t("totaux.totalTtc")}</dt>
              <dd>{formatEuros(totalTtc)}</dd>
            </div>
          </dl>
        </div>
      </div>
    </article>
  );
}

function Lignes({ lignes }: Pick<View["content"], "lignes">) {
  const { t } = useTranslation("factures");
  return (
    <table className="doc__lignes">
      <thead>
        <tr>
          <th scope="col">{t("lignes.designation")}</th>
          <th scope="col">{t("lignes.quantity")}</th>
          <th scope="col">{t("lignes.unitPriceHt")}</th>
          <th scope="col">{t("lignes.rate")}</th>
        </tr>
      </thead>
      <tbody>
        {lignes.map(({ designation, description, quantity, unitPriceHt, rate }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list never moves.
          <tr key={index}>
            <td>
              {designation}
              {description && <small>{description}</small>}
            </td>
            <td className="num">{formatQuantity(quantity)}</td>
            <td className="num">{formatUnitPrice(unitPriceHt)}</td>
            <td className="num">{formatRate(rate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
