import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { TenancyError } from "#server/tenancy/tenancy-error";
import { makeFolder, writeDurably } from "#server/tenancy/write-durably";
import type { BackupKeys } from "./backup-keys.ts";
import {
  type FleetManifest,
  fleetManifest,
  type SocieteManifest,
  societeManifest,
} from "./manifest.ts";
import { createObjectStore } from "./object-store.ts";
import { sealing, unsealing } from "./sealed-stream.ts";

const named = /^\d{8}T\d{6}Z-[0-9a-f]{6}\.json(\.scelle)?$/;

/** A folder of backups: manifests that name objects. A backup counts once its manifest is there, whole. */
export type BackupFolder = ReturnType<typeof openBackupFolder>;

/**
 * With a key, only sealed manifests are believed: they name every hash, so nothing unsealed can be slipped in.
 */
export function openBackupFolder(folder: string, keys: BackupKeys) {
  const manifests = join(folder, "manifestes");
  const end = keys.newest ? ".json.scelle" : ".json";
  const objects = createObjectStore(folder, keys);

  const namesOf = async (): Promise<string[]> =>
    (await readdir(manifests).catch((): string[] => [])).filter((name) => named.test(name)).sort();

  /** Ids of the backups this key may restore, newest first. */
  async function list(): Promise<string[]> {
    const names = await namesOf();
    return names
      .filter((name) => name.endsWith(end))
      .map((name) => name.slice(0, -end.length))
      .reverse();
  }

  async function readFrom(name: string): Promise<FleetManifest> {
    const path = join(manifests, name);
    const [id = ""] = name.split(".");
    const text = name.endsWith(".scelle") ? await unsealed(path, keys, id) : await readFile(path);
    return parsed(fleetManifest, text, `the manifest ${id}`);
  }

  /** @throws TenancyError BACKUP_MISSING, BACKUP_UNREADABLE */
  async function read(id: string): Promise<FleetManifest> {
    if (!(await list()).includes(id))
      throw new TenancyError("BACKUP_MISSING", `no backup ${id} in ${folder}`);
    return readFrom(id + end);
  }

  return {
    folder,
    isSealed: keys.newest !== null,
    objects,
    list,
    read,
    /** All of them, those made before a key was set too: what may not be removed. @throws TenancyError BACKUP_UNREADABLE */
    readAll: async (): Promise<FleetManifest[]> => Promise.all((await namesOf()).map(readFrom)),
    async write(manifest: FleetManifest): Promise<void> {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await makeFolder(manifests);
      const path = join(manifests, manifest.id + end);
      const clear = Buffer.from(JSON.stringify(manifest));
      const bytes = keys.newest
        ? await buffer(Readable.from([clear]).pipe(sealing(keys.newest, manifest.id)))
        : clear;
      await writeDurably(path, `${path}.part`, bytes);
    },
    /** @returns the sha-256 it is kept under */
    async writeSociete(manifest: SocieteManifest): Promise<string> {
      const bytes = Buffer.from(JSON.stringify(manifest));
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      await objects.put(sha256, bytes);
      return sha256;
    },
    /** @throws TenancyError BACKUP_MISSING, BACKUP_UNREADABLE */
    readSociete: async (sha256: string): Promise<SocieteManifest> =>
      parsed(societeManifest, await objects.read(sha256), `the object ${sha256}`),
    async forget(id: string): Promise<void> {
      for (const name of await namesOf())
        if (name.startsWith(`${id}.`)) await rm(join(manifests, name), { force: true });
    },
  };
}

async function unsealed(path: string, keys: BackupKeys, name: string): Promise<Buffer> {
  const { from, to, stream } = await unsealing(path, keys, name);
  try {
    return await pipeline(createReadStream(path, { start: from, end: to }), stream, buffer);
  } catch (cause) {
    throw new TenancyError("BACKUP_UNREADABLE", `the manifest ${name} has been altered`, cause);
  }
}

function parsed<T>(shape: { parse(value: unknown): T }, text: Buffer, what: string): T {
  try {
    return shape.parse(JSON.parse(text.toString("utf8")));
  } catch (cause) {
    throw new TenancyError("BACKUP_UNREADABLE", `${what} cannot be read`, cause);
  }
}
