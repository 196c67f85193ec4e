import { useTranslation } from "react-i18next";
import type { Offre } from "./offre";
import { useLimitWords } from "./use-limit-words";

type Props = {
  readonly offres: readonly Offre[];
  readonly here: (offre: Offre) => string | undefined;
};

export function LimitRows({ offres, here }: Props) {
  const { t } = useTranslation("offres");
  const { count, storage } = useLimitWords();
  const rows = [
    { name: "factures", value: ({ limits }: Offre) => count(limits.factures) },
    { name: "utilisateurs", value: ({ limits }: Offre) => count(limits.utilisateurs) },
    { name: "stockage", value: ({ limits }: Offre) => storage(limits.stockage) },
  ] as const;
  return rows.map(({ name, value }) => (
    <tr key={name}>
      <th scope="row">{t(`lignes.${name}`)}</th>
      {offres.map((offre) => (
        <td key={offre.offre} className={here(offre)}>
          <b className="num">{value(offre)}</b>
        </td>
      ))}
    </tr>
  ));
}
