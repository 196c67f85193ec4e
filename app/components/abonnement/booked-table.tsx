import { CircleCheck, Download, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatDay, formatEuros } from "../../formats";
import type { RouterOutputs } from "../../trpc";

type Booked = RouterOutputs["abonnement"]["factures"][number];

/** The documents the operator issued to the société: real factures, each once its payment is received. */
export function BookedTable({ factures }: { readonly factures: readonly Booked[] }) {
  const { t } = useTranslation("abonnement");
  return (
    <table className="table table--serre table--nu">
      <caption className="vh">{t("factures.legende")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("factures.date")}</th>
          <th scope="col">{t("factures.numero")}</th>
          <th scope="col" className="t-large">
            {t("factures.objet")}
          </th>
          <th scope="col" className="droite">
            {t("factures.ttc")}
          </th>
          <th scope="col" className="t-large">
            {t("factures.reglement")}
          </th>
          <th scope="col">
            <span className="vh">{t("factures.document")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {factures.map((facture) => (
          <BookedRow key={facture.id} facture={facture} />
        ))}
      </tbody>
    </table>
  );
}

function BookedRow({ facture }: { readonly facture: Booked }) {
  const { t } = useTranslation("abonnement");
  const { id, type, number, issuedOn, subject, totalTtc } = facture;
  const isAvoir = type === "avoir";
  const Icon = isAvoir ? Undo2 : CircleCheck;
  return (
    <tr>
      <td className="num">{issuedOn && formatDay(issuedOn)}</td>
      <td className="num">{number}</td>
      <td className="t-large">{subject}</td>
      <td className="droite montant">{formatEuros(totalTtc)}</td>
      <td className="t-large">
        <span className="badge badge--reglement" data-v={isAvoir ? "partielle" : "payee"}>
          <Icon className="ic" aria-hidden />
          {t(isAvoir ? "factures.avoir" : "factures.payee")}
        </span>
      </td>
      <td className="droite">
        <a className="lien-t" href={`/abonnement/factures/${id}.pdf`} download>
          <Download className="ic" aria-hidden />
          {t("factures.pdf")}
          <span className="vh">{t("factures.pdfDe", { numero: number ?? "" })}</span>
        </a>
      </td>
    </tr>
  );
}
