import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

const SOCIETE_ID = /^[0-9a-f]{32}$/;
const SHA256 = /^[0-9a-f]{64}$/;

type ArchivedKind = "pdf" | "png";
type ArchivedFile = { readonly kind: ArchivedKind; readonly sha256: string; readonly path: string };

/** What is archived is missing or is no longer what was stored: never served. */
class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

/** Files kept for ever under the name of their own content: what is read back is what was stored, to the byte. */
export type Archive = {
  /**
   * Store bytes; they are on disk, under their final name, before the promise resolves. Storing them again is free.
   *
   * @returns their sha-256, in lower-case hexadecimal.
   */
  store(societeId: string, kind: ArchivedKind, bytes: Uint8Array): Promise<string>;
  /** @throws ArchiveError when the file is missing or its content no longer has this sha-256. */
  read(societeId: string, kind: ArchivedKind, sha256: string): Promise<Buffer>;
  /** Every file of a société, ordered by its name. */
  list(societeId: string): Promise<ArchivedFile[]>;
  /** Removes all of it for good. Again, it changes nothing. */
  erase(societeId: string): Promise<void>;
};

export const sha256Of = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** Make a rename or a new folder durable. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Create the folders below `root`, each entered durably in its parent. */
async function makeFolders(root: string, folder: string): Promise<void> {
  const created = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (created === undefined) return;
  for (let path = folder; path.length > root.length; path = dirname(path)) {
    await syncFolder(dirname(path));
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o400);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * The archive of a data directory: `documents/<2 of societeId>/<societeId>/<2 of sha>/<sha256>.<kind>`. Each société
 * has its own folder, so that one cannot name another's file and an export or erasure is one folder.
 */
export function createArchive(dataDir: string): Archive {
  const base = resolve(dataDir);
  const root = join(base, "documents");

  function folderOf(societeId: string): string {
    if (!SOCIETE_ID.test(societeId)) throw new ArchiveError("not the id of a société");
    return join(root, societeId.slice(0, 2), societeId);
  }

  function pathOf(societeId: string, kind: ArchivedKind, sha256: string): string {
    if (!SHA256.test(sha256)) throw new ArchiveError("not a sha-256");
    return join(folderOf(societeId), sha256.slice(0, 2), `${sha256}.${kind}`);
  }

  async function list(societeId: string): Promise<ArchivedFile[]> {
    const folder = folderOf(societeId);
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    return names.sort().flatMap((name): ArchivedFile[] => {
      const [, sha256 = "", kind = ""] = /([0-9a-f]{64})\.(pdf|png)$/.exec(name) ?? [];
      if (kind !== "pdf" && kind !== "png") return [];
      return [{ kind, sha256, path: join(folder, name) }];
    });
  }

  async function readVerified(path: string, sha256: string): Promise<Buffer> {
    const bytes = await readFile(path).catch((cause: unknown) => {
      throw new ArchiveError(`${sha256} cannot be read`, { cause });
    });
    if (sha256Of(bytes) !== sha256) throw new ArchiveError(`${sha256} has been altered`);
    return bytes;
  }

  return {
    async store(societeId, kind, bytes) {
      const sha256 = sha256Of(bytes);
      const path = pathOf(societeId, kind, sha256);
      const isStored = await readVerified(path, sha256).then(
        () => true,
        () => false,
      );
      if (isStored) return sha256;
      await makeFolders(base, dirname(path));
      const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
      try {
        await writeDurably(temporary, bytes);
        await rename(temporary, path);
      } catch (cause) {
        await rm(temporary, { force: true });
        throw cause;
      }
      await syncFolder(dirname(path));
      return sha256;
    },
    read: async (societeId, kind, sha256) =>
      await readVerified(pathOf(societeId, kind, sha256), sha256),
    list,
    async erase(societeId) {
      const folder = folderOf(societeId);
      await rm(folder, { recursive: true, force: true });
      await syncFolder(dirname(folder)).catch(() => {});
    },
  };
}
