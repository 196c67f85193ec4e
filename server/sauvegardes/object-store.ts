import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { access, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { TenancyError } from "#server/tenancy/tenancy-error";
import { makeFolder, syncFolder } from "#server/tenancy/write-durably";
import type { BackupKeys } from "./backup-keys.ts";
import { sealedBy, sealing, unsealing } from "./sealed-stream.ts";

const sealedSuffix = ".scelle";

/** A file of the service, or bytes. */
type Source = string | Uint8Array;

/**
 * Files named by the sha-256 of their content in clear, sealed when there is a key: what comes back is what went in. They
 * are `objets/<2 of sha>/<sha256>[.scelle]`, each there once however many copies name it.
 */
export function createObjectStore(folder: string, keys: BackupKeys) {
  const root = join(folder, "objets");
  const suffix = keys.newest ? sealedSuffix : "";
  const pathOf = (sha256: string, end: string) => join(root, sha256.slice(0, 2), sha256 + end);

  /** @throws TenancyError BACKUP_MISSING */
  async function findStored(sha256: string): Promise<string> {
    for (const end of [sealedSuffix, ""]) {
      const path = pathOf(sha256, end);
      if (await isThere(path)) return path;
    }
    throw new TenancyError("BACKUP_MISSING", `the object ${sha256} is not in ${folder}`);
  }

  async function flowInto(sha256: string, target: Writable): Promise<void> {
    const path = await findStored(sha256);
    const check = hashing(sha256);
    try {
      if (!path.endsWith(sealedSuffix))
        return await pipeline(createReadStream(path), check, target);
      const { from, to, stream } = await unsealing(path, keys, sha256);
      const sealed =
        to < from ? Readable.from([]) : createReadStream(path, { start: from, end: to });
      await pipeline(sealed, stream, check, target);
    } catch (cause) {
      if (cause instanceof TenancyError) throw cause;
      throw new TenancyError("BACKUP_UNREADABLE", `the object ${sha256} has been altered`, cause);
    }
  }

  return {
    /**
     * Keeps what has this sha-256, on disk before this resolves; free when it is kept already, under the newest key.
     *
     * @throws TenancyError BACKUP_UNREADABLE when the source no longer has this sha-256
     */
    async put(sha256: string, source: Source): Promise<void> {
      const path = pathOf(sha256, suffix);
      if (await isKept(path, keys)) return;
      await makeFolder(root);
      await makeFolder(dirname(path));
      const draft = `${path}.part`;
      const bytes = typeof source === "string" ? createReadStream(source) : Readable.from([source]);
      const through = keys.newest ? [sealing(keys.newest, sha256)] : [];
      try {
        await pipeline([
          bytes,
          hashing(sha256),
          ...through,
          createWriteStream(draft, { mode: 0o600 }),
        ]);
        await sync(draft);
        await rename(draft, path);
      } catch (cause) {
        await rm(draft, { force: true });
        throw cause;
      }
      await syncFolder(dirname(path));
    },
    /** Writes an object to a new file, synced. @throws TenancyError BACKUP_MISSING, BACKUP_UNREADABLE */
    async take(sha256: string, target: string): Promise<void> {
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await flowInto(sha256, createWriteStream(target, { mode: 0o600 }));
      await sync(target);
      await syncFolder(dirname(target));
    },
    /** @throws TenancyError BACKUP_MISSING, BACKUP_UNREADABLE */
    async read(sha256: string): Promise<Buffer> {
      const { chunks, sink } = collecting();
      await flowInto(sha256, sink);
      return Buffer.concat(chunks);
    },
    sweep: (isKept: (sha256: string) => boolean) => sweep(root, isKept),
  };
}

/** Sealed with an older key, it is sealed anew: the old key can be let go once no manifest needs it. */
const isKept = async (path: string, { newest }: BackupKeys): Promise<boolean> =>
  newest === null ? isThere(path) : (await sealedBy(path)) === newest.id;

/** Removes what no copy names any more, and what a crash left half-written. @returns bytes given back */
async function sweep(root: string, isKept: (sha256: string) => boolean): Promise<number> {
  let freed = 0;
  for (const part of await namesIn(root)) {
    for (const name of await namesIn(join(root, part))) {
      if (isKept(basename(name, sealedSuffix))) continue;
      const path = join(root, part, name);
      freed += (await stat(path)).size;
      await rm(path, { force: true });
    }
  }
  return freed;
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

async function sync(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function collecting() {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { chunks, sink };
}

/** Lets bytes through, and fails at the end unless they had this sha-256. */
function hashing(sha256: string): Transform {
  const hash = createHash("sha256");
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const isSame = hash.digest("hex") === sha256;
      done(isSame ? null : new TenancyError("BACKUP_UNREADABLE", `not the content of ${sha256}`));
    },
  });
}
