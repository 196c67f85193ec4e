import { useTranslation } from "react-i18next";
import { useLimitWords } from "../tarifs/use-limit-words";
import { useAbonnement } from "./abonnement-view";
import { GaugeTrack } from "./gauge-track";
import { LimitReasons } from "./limit-reasons";

const bytesPerMegabyte = 1_000_000;

/** Megabytes, to the tenth above. */
const tenths = (bytes: number): number => Math.ceil(bytes / (bytesPerMegabyte / 10)) / 10;

/** People and storage, the two other things a plan bounds. */
export function OtherLimits() {
  const { t } = useTranslation("abonnement");
  const { entitlement, usage } = useAbonnement();
  const { count, size, storage } = useLimitWords();
  const { utilisateurs, stockage } = entitlement.limits;
  const megabytes = tenths(usage.stockageOctets);
  return (
    <dl className="mesures-2">
      <div>
        <dt>{t("usage.utilisateurs")}</dt>
        <dd>
          <Used pris={count(usage.utilisateurs)} limite={utilisateurs && count(utilisateurs)} />
          {utilisateurs !== null && (
            <GaugeTrack thin calm used={usage.utilisateurs} limit={utilisateurs} />
          )}
          <span>{t("usage.utilisateursNote")}</span>
          <LimitReasons limite="utilisateurs" />
        </dd>
      </div>
      <div>
        <dt>{t("usage.stockage")}</dt>
        <dd>
          <Used pris={size(megabytes)} limite={stockage && storage(stockage)} />
          {stockage !== null && <GaugeTrack thin used={megabytes} limit={stockage} />}
          <span>
            {t("usage.stockageDetail", {
              documents: size(tenths(usage.archivesOctets)),
              base: size(tenths(usage.stockageOctets - usage.archivesOctets)),
            })}
          </span>
          <LimitReasons limite="stockage" />
        </dd>
      </div>
    </dl>
  );
}

type UsedProps = { readonly pris: string; readonly limite: string | number | null };

function Used({ pris, limite }: UsedProps) {
  const { t } = useTranslation("abonnement");
  return (
    <span className="num">
      {limite === null ? t("usage.sansBorne", { pris }) : t("usage.sur", { pris, limite })}
    </span>
  );
}
