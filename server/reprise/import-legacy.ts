import { seedPlans } from "#server/billing/seed-plans";
import type { Clock } from "#server/clock";
import type { By } from "#server/journal/recorded";
import type { FactureChoices } from "./convert-facture.ts";
import { convertSociete, type ImportedSociete } from "./convert-societe.ts";
import { importSociete, rehearseSociete, type SocieteSource } from "./import-societe.ts";
import { type LegacySource, pagesOf } from "./legacy-source.ts";
import type { RepriseDoors } from "./open-societe.ts";
import { openSource } from "./open-source.ts";
import { type Mapping, type MappingGiven, type Recognised, recognise } from "./recognise.ts";
import type { SocieteReport } from "./report.ts";
import { keyOf, reading, type Verdict } from "./verdict.ts";

export type ImportAsked = {
  /** Path of a SQLite file, or URL of a PostgreSQL or MySQL database. */
  readonly address: string;
  readonly given: MappingGiven;
  readonly choices: FactureChoices;
  /** Name of the société, where the former database has no table of them. */
  readonly nom?: string;
  /** Say what would be done, and do nothing. */
  readonly isDryRun: boolean;
};

export type ImportReport = {
  readonly source: string;
  readonly isDryRun: boolean;
  readonly societes: readonly SocieteReport[];
  /** Sociétés that could not be taken, and why. */
  readonly refused: readonly { readonly cle: string; readonly reason: string }[];
};

/** The mapping does not hold: nothing was read. */
class MappingIncomplete extends Error {
  override readonly name = "MappingIncomplete";
}

const actor = { userId: "reprise", userName: "Reprise de données" };

/** Where everything is in the former database, for its operator to confirm. */
export async function inspectLegacy({
  address,
  given,
}: Pick<ImportAsked, "address" | "given">): Promise<Recognised> {
  const source = await openSource(address);
  try {
    return recognise(await source.tables(), given);
  } finally {
    await source.close();
  }
}

/**
 * Takes every société of a former installation, each into a database of its own. May be run again: what was taken is left
 * as it is, what was not is tried anew. The source is only read.
 *
 * @throws MappingIncomplete with everything that is missing
 */
export async function importLegacy(
  doors: RepriseDoors & { readonly clock: Clock },
  asked: ImportAsked,
  tell: (line: string) => void,
): Promise<ImportReport> {
  const source = await openSource(asked.address);
  try {
    const { mapping, problems } = recognise(await source.tables(), asked.given);
    const all = [...problems, ...ownerProblems(mapping, asked.nom)];
    if (all.length > 0) throw new MappingIncomplete(all.join("\n"));
    // an installation where the service never ran has no offers yet
    if (!asked.isDryRun) await seedPlans(doors.control, doors.clock().at);
    const societes: SocieteReport[] = [];
    const refused: { cle: string; reason: string }[] = [];
    for await (const { cle, owner, verdict } of societesOf(source, mapping, asked.nom)) {
      if ("refused" in verdict) {
        refused.push({ cle, reason: verdict.refused });
        continue;
      }
      const from = { source, mapping, choices: asked.choices, cle, owner, societe: verdict.taken };
      societes.push(await reportOf(doors, from, asked.isDryRun));
      tell(`${societes.length} ${verdict.taken.nom}`);
    }
    return { source: source.name, isDryRun: asked.isDryRun, societes, refused };
  } finally {
    await source.close();
  }
}

function reportOf(
  doors: RepriseDoors & { readonly clock: Clock },
  from: SocieteSource,
  isDryRun: boolean,
): Promise<SocieteReport> {
  const by: By = { actor, now: doors.clock() };
  return isDryRun ? rehearseSociete(from) : importSociete(doors, from, by);
}

/** Without a table of sociétés there is one, and its name is asked; with one, each facture must say whose it is. */
function ownerProblems({ societe, facture }: Mapping, nom: string | undefined): string[] {
  if (!societe && nom === undefined)
    return ["societe: no table, and no name was given for the société"];
  return facture ? [] : ["facture: no table"];
}

type Found = {
  readonly cle: string;
  readonly owner: unknown;
  readonly verdict: Verdict<ImportedSociete>;
};

async function* societesOf(
  source: LegacySource,
  { societe, facture }: Mapping,
  nom: string | undefined,
): AsyncGenerator<Found, void> {
  const isShared = facture?.columns.societeId !== undefined;
  if (!societe) {
    const named = { columns: { nom: "nom" }, table: "" };
    yield { cle: "", owner: null, verdict: convertSociete(reading(named, { nom })) };
    return;
  }
  const by = societe.columns.id ?? "id";
  let count = 0;
  for await (const rows of pagesOf(source, societe.table, { by }))
    for (const row of rows) {
      count += 1;
      if (!isShared && count > 1)
        throw new MappingIncomplete("several sociétés, and no column says whose each facture is");
      const cle = keyOf(row[by]);
      const owner = isShared ? row[by] : null;
      yield { cle, owner, verdict: convertSociete(reading(societe, row)) };
    }
}
