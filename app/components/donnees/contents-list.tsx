import { useTranslation } from "react-i18next";
import type { RouterOutputs } from "../../trpc";
import { Definition } from "../definition";

type Props = { readonly contents: RouterOutputs["cloture"]["get"]["contents"] };

const figures = new Intl.NumberFormat("fr-FR");

/** What there is to lose, in figures. */
export function ContentsList({ contents }: Props) {
  const { t } = useTranslation("cloture");
  const { journalLines, ...rest } = contents;
  const entries = Object.entries({ ...rest, journal: journalLines }).map(([name, count]) => ({
    label: t(`contenu.${name as keyof typeof rest | "journal"}`),
    value: figures.format(count),
  }));
  return <Definition entries={entries} />;
}
