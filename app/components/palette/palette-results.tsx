import { Command } from "cmdk";
import { Banknote, FileText, Package, Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatDay, formatUnitPrice } from "../../formats";
import { useCan } from "../../session";
import type { RouterOutputs } from "../../trpc";
import { useShownEuros } from "../../use-shown-euros";
import { PaletteEntry } from "./palette-entry";

type Found = RouterOutputs["recherche"]["all"];
type Props = {
  readonly found: Found;
  readonly typed: string;
  readonly go: (to: string) => void;
};

/** The first ones found; the others are one key away, on their page. */
const payablesMost = 2;

const isPayable = ({ resteTtc }: Found["factures"][number]) => (resteTtc ?? 0) > 0;

export function PaletteResults({ found, typed, go }: Props) {
  const { t } = useTranslation("palette");
  const shown = useShownEuros();
  const canRecord = useCan("reglements.record");
  const payables = canRecord ? found.factures.filter(isPayable).slice(0, payablesMost) : [];
  return (
    <>
      {found.clients.length > 0 && (
        <Command.Group heading={t("clients")}>
          {found.clients.map(({ id, nom, city }) => (
            <PaletteEntry
              key={id}
              id={`client-${id}`}
              icon={Users}
              name={nom}
              detail={city}
              typed={typed}
              to={`/clients/${id}`}
              onChoose={() => go(`/clients/${id}`)}
            />
          ))}
        </Command.Group>
      )}
      {found.factures.length > 0 && (
        <Command.Group heading={t("factures")}>
          {found.factures.map((facture) => (
            <FactureEntry key={facture.id} facture={facture} typed={typed} go={go} />
          ))}
        </Command.Group>
      )}
      {payables.length > 0 && (
        <Command.Group heading={t("encaisser")}>
          {payables.map(({ id, number, clientNom, resteTtc }) => (
            <PaletteEntry
              key={id}
              id={`encaisser-${id}`}
              icon={Banknote}
              name={t("reglement", { numero: number ?? "" })}
              detail={clientNom}
              typed={typed}
              to={`/factures/${id}?acte=reglement`}
              onChoose={() => go(`/factures/${id}?acte=reglement`)}
            >
              <span className="montant">{shown(resteTtc)}</span>
            </PaletteEntry>
          ))}
        </Command.Group>
      )}
      {found.produits.length > 0 && (
        <Command.Group heading={t("produits")}>
          {found.produits.map(({ id, designation, reference, unitPriceHt }) => (
            <PaletteEntry
              key={id}
              id={`produit-${id}`}
              icon={Package}
              name={designation}
              detail={reference}
              typed={typed}
              to={`/produits/${id}`}
              onChoose={() => go(`/produits/${id}`)}
            >
              <span className="montant">{formatUnitPrice(unitPriceHt)}</span>
            </PaletteEntry>
          ))}
        </Command.Group>
      )}
    </>
  );
}

type FactureProps = Omit<Props, "found"> & { readonly facture: Found["factures"][number] };

function FactureEntry({ facture, typed, go }: FactureProps) {
  const { t } = useTranslation("palette");
  const { id, number, issuedOn, clientNom, subject, totalTtc } = facture;
  const shown = useShownEuros();
  const to = number ? `/factures/${id}` : `/factures/${id}/modifier`;
  const detail = [number ?? t("brouillon"), issuedOn && formatDay(issuedOn), subject].filter(
    Boolean,
  );
  return (
    <PaletteEntry
      id={`facture-${id}`}
      icon={FileText}
      name={clientNom || t("sansClient")}
      detail={detail.join(" · ")}
      typed={typed}
      to={to}
      onChoose={() => go(to)}
    >
      <span className="montant">{shown(totalTtc)}</span>
    </PaletteEntry>
  );
}
