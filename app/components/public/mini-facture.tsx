import { useTranslation } from "react-i18next";
import { formatAmount, formatEuros } from "../../formats";
import { SocieteLogo } from "../societe-logo";

type Props = { readonly nom: string; readonly label: string };

/** A small first facture, with the name being typed. Always on white paper: it shows a document, not the screen. */
export function MiniFacture({ nom, label }: Props) {
  const { t } = useTranslation("acces");
  const shown = nom.trim() || t("miniFacture.societe");
  return (
    <figure className="mini-f" data-theme="clair" aria-label={label}>
      <div className="mini-h">
        <div>
          <SocieteLogo nom={shown} className="logo--mini" />
          <p className="mini-soc">{shown}</p>
        </div>
        <div className="mini-d">
          <p className="mini-t">{t("miniFacture.facture")}</p>
          <p>{t("miniFacture.numero")}</p>
        </div>
      </div>
      <div className="mini-c">
        <p>{t("miniFacture.client")}</p>
        <span />
        <span className="court" />
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("miniFacture.designation")}</th>
            <th scope="col">{t("miniFacture.quantite")}</th>
            <th scope="col">{t("miniFacture.prix")}</th>
            <th scope="col">{t("miniFacture.total")}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{t("miniFacture.ligne")}</td>
            <td>1</td>
            <td>{formatAmount(0)}</td>
            <td>{formatEuros(0)}</td>
          </tr>
        </tbody>
      </table>
      <MiniTotals />
    </figure>
  );
}

function MiniTotals() {
  const { t } = useTranslation("acces");
  return (
    <dl>
      <div>
        <dt>{t("miniFacture.total")}</dt>
        <dd>{formatEuros(0)}</dd>
      </div>
      <div>
        <dt>{t("miniFacture.tva")}</dt>
        <dd>{formatEuros(0)}</dd>
      </div>
      <div className="mini-net">
        <dt>{t("miniFacture.aPayer")}</dt>
        <dd>{formatEuros(0)}</dd>
      </div>
    </dl>
  );
}
