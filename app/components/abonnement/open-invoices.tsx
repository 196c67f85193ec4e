import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { formatEuros } from "../../formats";
import type { RouterOutputs } from "../../trpc";

type Props = { readonly invoices: readonly RouterOutputs["abonnement"]["invoices"][number][] };

/** What is not paid yet, and the page to pay it. */
export function OpenInvoices({ invoices }: Props) {
  const { t } = useTranslation("abonnement");
  return (
    <ul className="abo-dus">
      {invoices.map(({ id, totalTtc, createdAt, hostedUrl }) => (
        <li key={id}>
          <span>
            {t("factures.du", { montant: formatEuros(totalTtc), jour: longDayOf(createdAt) })}
          </span>
          {hostedUrl && (
            <a className="lien" href={hostedUrl}>
              {t("actes.payer")}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
