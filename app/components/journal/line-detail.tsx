import { useTranslation } from "react-i18next";
import { maskIban } from "#server/domain/mask-iban";
import { formatEuros, formatRate, formatUnitPrice } from "../../formats";
import { words } from "../../i18n/spoken";
import type { Words } from "../../i18n/twin";
import type { JournalLine } from "./use-journal-sentence";

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null;

type Field = keyof Words["journal"]["champs"];

const isField = (name: string): name is Field => name in words().journal.champs;

/** Amounts travel as integers; an IBAN is recognised, not shown whole. */
const writers: Readonly<Record<string, (value: number) => string>> = {
  capital: formatEuros,
  rate: formatRate,
  unitPriceHt: formatUnitPrice,
};

function written(name: string, value: unknown): string {
  if (typeof value === "number") return writers[name]?.(value) ?? String(value);
  if (typeof value === "string") return name === "iban" ? maskIban(value) : value;
  if (isRow(value)) return Object.values(value).filter(Boolean).join(", ");
  return "";
}

/** What was, what is, field by field; the line's own rank and hash. */
export function LineDetail({ line }: { readonly line: JournalLine }) {
  const { t } = useTranslation("journal");
  const { before, after, ...rest } = line.payload;
  const nameOf = (name: string) => (isField(name) ? t(`champs.${name}`) : name);
  const shown = (name: string, value: unknown) => written(name, value) || t("liste.rien");
  const told = Object.entries(rest).filter(([name]) => isField(name));
  return (
    <details>
      <summary>{t("liste.detail")}</summary>
      {isRow(before) && isRow(after) && Object.keys(after).length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("liste.champ")}</th>
              <th scope="col">{t("liste.avant")}</th>
              <th scope="col">{t("liste.apres")}</th>
            </tr>
          </thead>
          <tbody>
            {Object.keys(after)
              .filter((name) => before[name] !== after[name])
              .map((name) => (
                <tr key={name}>
                  <th scope="row">{nameOf(name)}</th>
                  <td>{shown(name, before[name])}</td>
                  <td>{shown(name, after[name])}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
      <dl>
        {told.map(([name, value]) => (
          <div key={name}>
            <dt className="doux">{nameOf(name)}</dt>
            <dd>{shown(name, value)}</dd>
          </div>
        ))}
        <div>
          <dt className="doux">{t("liste.ligne", { numero: line.id })}</dt>
          <dd className="num">
            {t("liste.empreinte")} {line.hash.slice(0, 16)}…
          </dd>
        </div>
      </dl>
    </details>
  );
}
