import { useTranslation } from "react-i18next";
import { drawn } from "../../drawn";
import type { RouterOutputs } from "../../trpc";
import { useShownEuros } from "../../use-shown-euros";

type Props = { readonly summary: RouterOutputs["factures"]["summary"] };

/** What all the factures come to: what came in, what will, what should have. Kept totals, never a scan. */
export function Summary({ summary }: Props) {
  const { t } = useTranslation("factures");
  const { periode, aEchoir, enRetard } = summary;
  const shown = useShownEuros();
  const parts = [
    { v: "encaisse", label: t("liste.encaisse"), cents: periode.encaisseTtc },
    { v: "attendu", label: t("liste.aEchoir"), cents: aEchoir.ttc },
    { v: "retard", label: t("liste.en_retard"), cents: enRetard.ttc },
  ] as const;
  return (
    <>
      <dl
        className="totaux"
        aria-label={t("liste.totaux")}
        {...drawn(
          <>
            <div className="chiffre chiffre--grand">
              <dt>{t("liste.facture", { count: periode.nbFactures })}</dt>
              <dd className="num">{shown(periode.totalTtc)}</dd>
            </div>
            {parts.map(({ v, label, cents }) => (
              <div key={v} className="chiffre" data-v={v}>
                <dt>
                  <i className="pointe" />
                  {label}
                </dt>
                <dd className="num">{shown(cents)}</dd>
              </div>
            ))}
          </>,
        )}
      />
      <Split amounts={parts.map(({ v, cents }) => ({ v, cents: Math.max(cents ?? 0, 0) }))} />
    </>
  );
}

type Part = { readonly v: "encaisse" | "attendu" | "retard"; readonly cents: number };

const gap = 0.2;

/** The same three, in proportion. Drawn with attributes: the page's policy allows no inline style. */
function Split({ amounts }: { readonly amounts: readonly Part[] }) {
  const { t } = useTranslation("factures");
  const whole = amounts.reduce((sum, { cents }) => sum + cents, 0);
  if (whole === 0) return null;
  const share = (cents: number) => (cents * 100) / whole;
  const [encaisse = 0, attendu = 0, retard = 0] = amounts.map(({ cents }) =>
    Math.round(share(cents)),
  );
  let x = 0;
  return (
    <svg
      className="repartition repartition--barre"
      role="img"
      aria-label={t("liste.repartition", { encaisse, attendu, retard })}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      {...drawn(
        amounts.map(({ v, cents }) => {
          const at = x;
          x += share(cents);
          return (
            <rect key={v} data-v={v} x={at} width={Math.max(share(cents) - gap, 0)} height="4" />
          );
        }),
      )}
    />
  );
}
