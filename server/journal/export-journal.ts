import { formatDay, todayInParis } from "#server/domain/calendar";
import { byteOrderMark, csvRow, csvText } from "#server/domain/csv";
import { maskIban } from "#server/domain/mask-iban";
import type { Tenant } from "#server/tenancy/tenant";
import { kindWords } from "./kind-words.ts";
import { type JournalSelection, listJournal } from "./list-journal.ts";

/** Lines read at once: the journal is never whole in memory. */
const pageSize = 500;

const header = [
  "Ligne",
  "Date",
  "Heure",
  "Fait",
  "Par",
  "Objet",
  "Détail",
  "Adresse IP",
  "Appareil",
  "Empreinte",
];

/**
 * The lines of a selection as CSV, latest first as the page shows them: a header, then pieces of many lines. Days and
 * times are those of Paris; an IBAN is recognised, not shown whole.
 */
export async function* exportJournal(
  tenant: Tenant,
  selection: JournalSelection,
): AsyncGenerator<string, void> {
  yield byteOrderMark + csvRow(header);
  let cursor: string | null = null;
  do {
    const page: Page = await listJournal(tenant, { ...selection, cursor }, pageSize);
    if (page.rows.length > 0) yield page.rows.map((line) => csvRow(cellsOf(line))).join("");
    cursor = page.cursor;
  } while (cursor !== null);
}

type Page = Awaited<ReturnType<typeof listJournal>>;

const time = new Intl.DateTimeFormat("fr-FR", { timeStyle: "medium", timeZone: "Europe/Paris" });

function cellsOf({ id, at, kind, actorNom, about, payload, origin, hash }: Page["rows"][number]) {
  const device = [origin?.browser, origin?.system].filter(Boolean).join(" sur ");
  return [
    String(id),
    formatDay(todayInParis(at)),
    time.format(at),
    kindWords[kind],
    csvText(actorNom),
    csvText(about?.name ?? ""),
    csvText(detailOf(payload)),
    csvText(origin?.ip ?? ""),
    csvText(device),
    hash,
  ];
}

const detailOf = (payload: object): string =>
  Object.keys(payload).length === 0
    ? ""
    : JSON.stringify(payload, (name, value: unknown) =>
        name === "iban" && typeof value === "string" ? maskIban(value) : value,
      );
