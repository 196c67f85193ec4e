import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { dataPaths, draftEnd, parseSocieteId, societeDraft, societeFolder } from "./paths.ts";
import type { SocieteId } from "./tenant.ts";
import { syncFolder } from "./write-durably.ts";

/** Every file of a société's database: all generations, their logs, drafts. */
export async function listSocieteFiles(dataDir: string, societeId: SocieteId): Promise<string[]> {
  const folder = societeFolder(dataDir, societeId);
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.startsWith(`${societeId}.`)).map((name) => join(folder, name));
}

/** Removes them for good. Again, it changes nothing. */
export async function removeSocieteFiles(dataDir: string, societeId: SocieteId): Promise<void> {
  const files = await listSocieteFiles(dataDir, societeId);
  for (const file of files) await rm(file, { force: true });
  if (files.length > 0) await syncFolder(societeFolder(dataDir, societeId));
  await rm(societeDraft(dataDir, societeId), { force: true }); // last: it says that the others may lie there
}

/** Sociétés that were being made. */
export async function listDrafts(dataDir: string): Promise<SocieteId[]> {
  const names = await readdir(dataPaths(dataDir).societes);
  return names
    .filter((name) => name.endsWith(draftEnd))
    .map((name) => parseSocieteId(name.slice(0, -draftEnd.length)));
}
