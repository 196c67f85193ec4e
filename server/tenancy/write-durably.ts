import { link, mkdir, open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** Written under another name, synced, renamed, folder synced: after a power cut the file is whole or absent. */
export async function writeDurably(path: string, draft: string, bytes: Uint8Array): Promise<void> {
  await writeSynced(draft, bytes);
  await rename(draft, path);
  await syncFolder(dirname(path));
}

export async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A second name of the file `from`, its folder synced; where the disk knows no second names, a second file. */
export async function linkDurably(from: string, to: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(to);
  const code = await linkOrWhyNot(from, to);
  if (code === "ENOENT") {
    await makeFolder(folder);
    await link(from, to);
  } else if (code !== null) await writeSynced(to, bytes);
  await syncFolder(folder);
}

async function linkOrWhyNot(from: string, to: string): Promise<string | null> {
  try {
    await link(from, to);
    return null;
  } catch (cause) {
    const { code = "" } = cause as NodeJS.ErrnoException;
    if (!foreseen.has(code)) throw cause;
    return code;
  }
}

/** The folder is to be made, or links are unknown here. */
const foreseen = new Set(["ENOENT", "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Makes a folder that outlives a power cut. */
export async function makeFolder(path: string): Promise<void> {
  if ((await mkdir(path, { recursive: true, mode: 0o700 })) !== undefined) {
    await syncFolder(dirname(path));
  }
}
