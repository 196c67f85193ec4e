import { realpath } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { idPattern } from "#server/id";
import { TenancyError } from "./tenancy-error.ts";
import type { SocieteId } from "./tenant.ts";

/** Where everything lies in a data directory. */
export function dataPaths(dataDir: string) {
  const root = resolve(dataDir);
  return {
    root,
    control: join(root, "control.db"),
    lock: join(root, "verrou.db"),
    socket: join(root, "facturepro.sock"),
    societes: join(root, "societes"),
  } as const;
}

/** @throws TenancyError ID_INVALID: only ids made by the server name files. */
export function parseSocieteId(text: string): SocieteId {
  if (!idPattern.test(text)) throw new TenancyError("ID_INVALID", "not the id of a société");
  return text as SocieteId;
}

/**
 * The folder of a société's files. Ids begin with the time they were made, so their *last* two digits spread the
 * sociétés over 256 folders.
 */
export function societeFolder(dataDir: string, societeId: SocieteId): string {
  const id = parseSocieteId(societeId);
  return join(dataPaths(dataDir).societes, id.slice(-2));
}

/** What stands for « half-made » while a société is being made: a second name of its file. */
export const societeDraft = (dataDir: string, societeId: SocieteId): string =>
  join(dataPaths(dataDir).societes, `${parseSocieteId(societeId)}${draftEnd}`);

export const draftEnd = ".db.tmp";

/** A restored société gets a new generation, hence a new name: a closed file may still be held by this process. */
export function societeFile(dataDir: string, societeId: SocieteId, generation: number): string {
  if (!Number.isSafeInteger(generation) || generation < 1) {
    throw new TenancyError("ID_INVALID", "not a generation");
  }
  return join(societeFolder(dataDir, societeId), `${societeId}.${generation}.db`);
}

/**
 * The real path of a file that must exist inside `folder`: libSQL would create a missing one, and follow a link out.
 *
 * @throws ENOENT, TenancyError PATH_OUTSIDE
 */
export async function existingFile(folder: string, path: string): Promise<string> {
  const [root, file] = await Promise.all([realpath(folder), realpath(path)]);
  if (!file.startsWith(root + sep)) {
    throw new TenancyError("PATH_OUTSIDE", "a database lies outside its data directory");
  }
  return file;
}
