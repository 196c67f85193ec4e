import { useTranslation } from "react-i18next";
import { formatSiren } from "#server/domain/identifiers";
import { rulesShownInBlocks } from "#server/domain/mentions";
import type { Cents } from "#server/domain/money";
import { nomLegal } from "#server/domain/nom-legal";
import type { Snapshot } from "#server/domain/snapshot";
import { formatAmount, formatDay, formatEuros, formatRate } from "../../formats";
import { SocieteLogo } from "../societe-logo";
import { DocumentFacts } from "./document-facts";
import { DocumentLignes } from "./document-lignes";

type Props = {
  readonly snapshot: Snapshot;
  /** Address of the logo the document carries, or null. */
  readonly logo: string | null;
};

/** An issued document as its page says it, drawn from the frozen snapshot: always light, like paper. */
export function DocumentSheet({ snapshot, logo }: Props) {
  return (
    <article className="a4" data-theme="clair">
      <div className="doc">
        <Head snapshot={snapshot} logo={logo} />
        <Parties snapshot={snapshot} />
        <DocumentLignes lignes={snapshot.lignes} />
        <div className="doc__bas">
          <Payment snapshot={snapshot} />
          <Totals snapshot={snapshot} />
        </div>
        <Foot snapshot={snapshot} />
      </div>
    </article>
  );
}

function Head({ snapshot, logo }: Props) {
  const { t } = useTranslation("factures");
  const { emetteur, type, number } = snapshot;
  const { line1, line2, zip, city } = emetteur.address;
  const lines = [line1, line2, `${zip} ${city}`.trim(), emetteur.phone, emetteur.email];
  return (
    <header className="doc__tete">
      <div className="doc__emetteur">
        <SocieteLogo nom={emetteur.nom} src={logo} className="doc__logo" />
        <p>
          <b>{nomLegal(emetteur)}</b>
          {lines.filter(Boolean).map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      </div>
      <div className="doc__titre">
        <h2>{t(`type.${type}`)}</h2>
        <p className="num">{number}</p>
        {emetteur.isDemonstration && <p className="doc__tampon">{t("document.demonstration")}</p>}
      </div>
    </header>
  );
}

function Parties({ snapshot }: Pick<Props, "snapshot">) {
  const { t } = useTranslation("factures");
  const { acheteur, preceding } = snapshot;
  const { line1, line2, zip, city, country } = acheteur.address;
  const facts = [
    [t("document.emission"), formatDay(snapshot.issuedOn)],
    [t("document.execution"), snapshot.deliveredOn ? formatDay(snapshot.deliveredOn) : ""],
    [
      t(snapshot.acquittement ? "document.payeeLe" : "document.echeance"),
      snapshot.dueOn ? formatDay(snapshot.dueOn) : "",
    ],
    [t("document.bonDeCommande"), snapshot.purchaseOrder],
    [t("document.reference"), snapshot.buyerReference],
    [t("document.objet"), snapshot.subject],
    [t("livraison.livreA"), deliveryOf(snapshot)],
  ] as const;
  return (
    <div className="doc__parties">
      <DocumentFacts facts={facts} />
      <address>
        <b>{acheteur.nom}</b>
        {[line1, line2, `${zip} ${city}`.trim(), country === "FR" ? "" : country]
          .filter(Boolean)
          .map((line) => (
            <span key={line}>{line}</span>
          ))}
        {acheteur.siren && (
          <span className="num">{t("document.siren", { siren: formatSiren(acheteur.siren) })}</span>
        )}
        {acheteur.tvaNumber && (
          <span className="num">{t("document.tva", { numero: acheteur.tvaNumber })}</span>
        )}
        {preceding.map(({ number, issuedOn }) => (
          <span key={number} className="num">
            {t("document.avoirDe", { numero: number, date: formatDay(issuedOn) })}
          </span>
        ))}
      </address>
    </div>
  );
}

/** On one line; empty when goods go where the facture goes. */
function deliveryOf({ shipTo }: Snapshot): string {
  if (!shipTo) return "";
  const { name, line1, line2, zip, city, country } = shipTo;
  const town = `${zip} ${city}`.trim();
  return [name, line1, line2, town, country === "FR" ? "" : country].filter(Boolean).join(", ");
}

function Payment({ snapshot }: Pick<Props, "snapshot">) {
  const { t } = useTranslation("factures");
  const { emetteur, paymentTerms, note, type, acquittement } = snapshot;
  const hasAccount =
    emetteur.iban !== "" && type === "facture" && !acquittement && !emetteur.isDemonstration;
  return (
    <div className="doc__paiement">
      <h3>{t("document.paiement")}</h3>
      <p>{paymentTerms}</p>
      {hasAccount && (
        <p className="num">
          <span>IBAN {emetteur.iban.replace(/(.{4})(?=.)/g, "$1 ")}</span>
          {emetteur.bic && <span>BIC {emetteur.bic}</span>}
        </p>
      )}
      {note && <p className="doc__note">{note}</p>}
    </div>
  );
}

function Totals({ snapshot }: Pick<Props, "snapshot">) {
  const { t } = useTranslation("factures");
  const { totals, ajustements } = snapshot;
  return (
    <dl className="doc__totaux num">
      {ajustements.length > 0 && (
        <div>
          <dt>{t("totaux.lignesHt")}</dt>
          <dd>{formatEuros(totals.lignesHt)}</dd>
        </div>
      )}
      {ajustements.map(({ sens, motif, amountHt, category, rate }) => (
        <div key={`${sens} ${motif} ${category} ${rate} ${amountHt}`}>
          <dt>{`${motif} (${formatRate(rate)})`}</dt>
          <dd>{formatEuros(sens === "remise" ? -amountHt : amountHt)}</dd>
        </div>
      ))}
      <div>
        <dt>{t("totaux.totalHt")}</dt>
        <dd>{formatEuros(totals.totalHt)}</dd>
      </div>
      {totals.tva.map(({ category, rate, tva, baseHt }) => (
        <div key={`${category} ${rate}`}>
          <dt>
            {category === "S"
              ? `${t("totaux.tva")} ${formatRate(rate)}${totals.tva.length > 1 ? ` · ${formatAmount(baseHt)}` : ""}`
              : t("totaux.sansTva")}
          </dt>
          <dd>{formatEuros(tva)}</dd>
        </div>
      ))}
      <div className="doc__ttc">
        <dt>{t("totaux.totalTtc")}</dt>
        <dd>{formatEuros(totals.totalTtc)}</dd>
      </div>
      {snapshot.acquittement && <Paid totalTtc={totals.totalTtc} />}
    </dl>
  );
}

/** Paid before it was issued: nothing is due. */
function Paid({ totalTtc }: { readonly totalTtc: Cents }) {
  const { t } = useTranslation("factures");
  return (
    <>
      <div>
        <dt>{t("document.dejaRegle")}</dt>
        <dd>{formatEuros(-totalTtc)}</dd>
      </div>
      <div>
        <dt>{t("document.netAPayer")}</dt>
        <dd>{formatEuros(0)}</dd>
      </div>
    </>
  );
}

/** The identity of the issuer stands last, as on paper. */
function Foot({ snapshot }: Pick<Props, "snapshot">) {
  const said = snapshot.mentions.filter(({ rule }) => !rulesShownInBlocks.has(rule));
  const isIdentity = (rule: string) => rule.startsWith("identite") || rule === "rcs";
  const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
  const identity = [
    ...said.filter(({ rule }) => isIdentity(rule)).map(({ text }) => text),
    ...snapshot.mentions.filter(({ rule }) => rule === "tva-emetteur").map(({ text }) => text),
  ];
  return (
    <footer className="doc__pied">
      <p>
        {said
          .filter(({ rule }) => !isIdentity(rule))
          .map(({ text }) => sentence(text))
          .join(" ")}
      </p>
      <p>{identity.join(" – ")}</p>
    </footer>
  );
}
