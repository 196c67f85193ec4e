import { useTranslation } from "react-i18next";
import { remainingHt, remainingQuantity } from "#server/domain/credit";
import type { LigneDraft } from "#server/domain/facture";
import { formatEuros, formatQuantity, formatRate, formatUnit } from "../../formats";
import { MoneyField } from "../money-field";
import { TextField } from "../text-field";
import { amountName, quantityName } from "./credit-form";
import { useCredit } from "./credit-view";

/** The lignes of the facture, and how much of each is given back. */
export function CreditLignes() {
  const { t } = useTranslation("factures");
  const { content } = useCredit();
  const places = content.lignes.flatMap(({ kind }, index) => (kind === "ligne" ? [index] : []));
  return (
    <>
      <input type="hidden" name="lignes" value={places.join(",")} />
      <p className="credit__colonne" aria-hidden>
        {t("credit.colonne")}
      </p>
      <ul>
        {content.lignes.map((ligne, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list never moves.
          <Ligne key={index} ligne={ligne} index={index} />
        ))}
      </ul>
    </>
  );
}

type LigneProps = { readonly ligne: LigneDraft; readonly index: number };

function Ligne({ ligne, index }: LigneProps) {
  const { t } = useTranslation("factures");
  const view = useCredit();
  if (ligne.kind === "texte" || ligne.kind === "sous_total") return null;
  if (ligne.kind === "section") return <li className="credit__section">{ligne.designation}</li>;
  const { designation, quantity, unit } = ligne;
  const left = remainingQuantity(view, index);
  const unite = formatUnit(unit);
  const net = formatEuros(view.snapshot.lignes[index]?.netHt ?? 0);
  const billed = t("credit.facturee", { quantite: formatQuantity(quantity), unite, net });
  const reste = t("credit.reste", { quantite: formatQuantity(left), unite });
  return (
    <li className="credit__ligne">
      <div>
        <p className="fort">{designation}</p>
        <p className="note num">{left === Math.abs(quantity) ? billed : `${billed} · ${reste}`}</p>
      </div>
      {left === 0 ? (
        <p className="note">{t("credit.rendue")}</p>
      ) : (
        <TextField
          name={quantityName(index)}
          label={t("credit.quantite", { nom: designation })}
          place="credit__quantite"
          defaultValue={view.isWhole ? formatQuantity(left) : ""}
          placeholder="0"
          figures
          inputMode="decimal"
          autoComplete="off"
        />
      )}
    </li>
  );
}

/** An amount instead: a commercial gesture, a price agreed afterwards. */
export function CreditAmounts() {
  const { t } = useTranslation("factures");
  const view = useCredit();
  const { tva } = view.snapshot.totals;
  return (
    <>
      <input type="hidden" name="groupes" value={tva.map((_, groupe) => groupe).join(",")} />
      <div className="form-trois">
        {tva.map(({ category, rate }, groupe) => (
          <MoneyField
            key={`${category} ${rate}`}
            name={amountName(groupe)}
            label={amountLabel(t, category, rate)}
            help={t("credit.auPlus", {
              montant: formatEuros(Math.max(remainingHt(view, groupe), 0)),
            })}
            placeholder="0,00"
          />
        ))}
      </div>
    </>
  );
}

type Translate = ReturnType<typeof useTranslation<"factures">>["t"];

export const amountLabel = (t: Translate, category: string, rate: number): string =>
  category === "S"
    ? t("credit.montantTaux", { taux: formatRate(rate) })
    : t("credit.montantSansTva");
