import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { copies } from "#db/control/schema/copies";
import { sauvegardes } from "#db/control/schema/sauvegardes";
import { societes } from "#db/control/schema/societes";
import { recordArchive } from "#server/archives/record-archive";
import { createArchive } from "#server/documents/archive";
import { verifyChain } from "#server/journal/verify-chain";
import { backupPlace, createBackups } from "#server/sauvegardes/create-backups";
import { restoreFleet } from "#server/sauvegardes/restore-fleet";
import { createControl } from "#server/tenancy/create-control";
import { createCopier } from "#server/tenancy/create-copier";
import { createTenancy } from "#server/tenancy/create-tenancy";
import { societeFile } from "#server/tenancy/paths";
import { aService, aSociete, type Societe } from "../support/a-societe.ts";
import { aDataDir } from "../tenancy/a-data-dir.ts";

const key = `k1:${Buffer.alloc(32, 7).toString("base64")}`;
const otherKey = `k2:${Buffer.alloc(32, 9).toString("base64")}`;

type Place = Awaited<ReturnType<typeof aService>>;

/** The backups of a service, and its archive. */
function backupsOf(service: Place, env: { BACKUP_KEY?: string; BACKUP_KEEP?: string } = {}) {
  let at = Date.parse("2026-03-02T03:00:00Z");
  const clock = () => ({ at, today: new Date(at).toISOString().slice(0, 10) });
  const archive = createArchive(service.dataDir);
  const full = { BACKUP_DIR: undefined, BACKUP_KEY: undefined, BACKUP_KEEP: "7,4,3", ...env };
  const backups = createBackups({ env: full, ...service, archive, clock });
  const { folder } = backupPlace(full, service.dataDir);
  return {
    backups,
    archive,
    folder,
    wait: (ms: number) => {
      at += ms;
    },
  };
}

/** A facture issued, and its PDF archived. */
async function anArchived(
  societe: Societe,
  archive: ReturnType<typeof createArchive>,
  text: string,
) {
  const { factureId } = await societe.anIssued();
  const bytes = Buffer.from(`%PDF ${text}`);
  const pdfSha256 = await archive.store(societe.societeId, "pdf", bytes);
  const pdf = { pdfSha256, bytes: bytes.length };
  await recordArchive(societe.tenant, { factureId, pdf, now: societe.clock() });
  return { factureId, pdfSha256, bytes };
}

const digestOf = async (service: Place, societe: Societe) => {
  const copier = createCopier();
  const draft = join(service.dataDir, "digest.db");
  const { tables } = await service.tenancy.lend(societe.societeId, (path) =>
    copier.copy(path, draft),
  );
  await rm(draft);
  await copier.close();
  return tables;
};

const generationOf = async (service: Place, societe: Societe) => {
  const [row] = await service.control.read((db) =>
    db.select().from(societes).where(eq(societes.id, societe.societeId)),
  );
  return { generation: row?.generation, status: row?.status };
};

const copyOf = async (service: Place, societe: Societe) => {
  const [row] = await service.control.read((db) =>
    db.select().from(copies).where(eq(copies.societeId, societe.societeId)),
  );
  return row;
};

test.for([[undefined], [key]])(
  "a société restored equals the one saved, every table and every file by its hash",
  async ([BACKUP_KEY]) => {
    const service = await aService();
    const societe = await aSociete({ service });
    const neighbour = await aSociete({ service });
    const { backups, archive, folder } = backupsOf(service, BACKUP_KEY ? { BACKUP_KEY } : {});
    const kept = await anArchived(societe, archive, "one");
    const before = await digestOf(service, societe);

    const report = await backups.save("asked");
    expect(report).toMatchObject({ saved: 2, failed: [] });
    expect(await copyOf(service, societe)).toMatchObject({
      sauvegardeId: report.id,
      failure: null,
    });
    const stored = await readdir(folder.folder, { recursive: true });
    expect(stored.some((name) => name.endsWith(".scelle"))).toBe(BACKUP_KEY !== undefined);

    const later = await anArchived(societe, archive, "two");
    await rm(join(service.dataDir, "documents"), { recursive: true });
    await expect(backups.restore({ slug: "atelier-lenoir" })).rejects.toMatchObject({
      code: "RESTORE_LOSES",
    });
    expect(await generationOf(service, societe)).toEqual({ generation: 1, status: "active" });

    const restored = await backups.restore({ slug: "atelier-lenoir", acceptsLoss: true });
    expect(restored).toMatchObject({ id: report.id, lost: 1, generation: 2, files: 1 });
    expect(await digestOf(service, societe)).toEqual(before);
    expect(await archive.read(societe.societeId, "pdf", kept.pdfSha256)).toEqual(kept.bytes);
    await expect(archive.read(societe.societeId, "pdf", later.pdfSha256)).rejects.toThrow();
    expect((await verifyChain(societe.tenant)).fault).toBeNull();
    // it goes on from there, and its neighbour never moved
    await societe.anIssued();
    expect(await generationOf(service, neighbour)).toEqual({ generation: 1, status: "active" });
    await backups.close();
  },
);

test("a rehearsal proves every copy equal and changes nothing, then says which object was touched", async () => {
  const service = await aService();
  const societe = await aSociete({ service });
  const sound = await aSociete({ service });
  const { backups, archive, folder } = backupsOf(service, { BACKUP_KEY: key });
  await anArchived(societe, archive, "one");
  await sound.anIssued();
  const { id } = await backups.save("nightly");

  const all = await backups.rehearse({});
  expect(all).toMatchObject({ equal: 2, failed: [] });
  expect(await copyOf(service, societe)).toMatchObject({ rehearsedId: id, rehearsalFailure: null });
  expect(await generationOf(service, societe)).toEqual({ generation: 1, status: "active" });

  const { societes: named } = await folder.read(id);
  const mine = named.find((each) => each.societeId === societe.societeId);
  const { database } = await folder.readSociete(mine?.manifestSha256 ?? "");
  const path = join(
    folder.folder,
    "objets",
    database.sha256.slice(0, 2),
    `${database.sha256}.scelle`,
  );
  const bytes = await readFile(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(path, bytes);
  const after = await backups.rehearse({});
  expect(after.equal).toBe(1);
  expect(after.failed).toEqual([expect.stringMatching(/altered|not the content|authenticate/)]);
  expect((await copyOf(service, societe))?.rehearsalFailure).not.toBeNull();
  await expect(backups.restore({ slug: "atelier-lenoir" })).rejects.toMatchObject({
    code: "BACKUP_UNREADABLE",
  });
  expect(await generationOf(service, societe)).toEqual({ generation: 1, status: "active" });
  await societe.anIssued(); // open again, on the file it had
  await backups.close();
});

test("a société out of order is not saved, stops nobody else, and comes back from its last good copy", async () => {
  const service = await aService();
  const societe = await aSociete({ service });
  await aSociete({ service });
  const { backups, wait } = backupsOf(service);
  await societe.anIssued();
  const good = await backups.save("asked");
  const file = societeFile(service.dataDir, societe.societeId, 1);
  await service.tenancy.drain(societe.societeId);
  await writeFile(file, Buffer.alloc(8_192, 1));

  wait(60_000);
  const bad = await backups.save("asked");
  expect(bad).toMatchObject({ saved: 1, failed: [expect.stringMatching(/^atelier-lenoir: /)] });
  const [row] = await service.control.read((db) =>
    db.select().from(sauvegardes).where(eq(sauvegardes.id, bad.id)),
  );
  expect(row).toMatchObject({ state: "partial", failed: 1 });
  expect(await copyOf(service, societe)).toMatchObject({
    sauvegardeId: good.id,
    failedAt: row?.endedAt,
  });

  const restored = await backups.restore({ slug: "atelier-lenoir" });
  expect(restored).toMatchObject({ id: good.id, lost: null });
  expect((await verifyChain(societe.tenant)).fault).toBeNull();
  await backups.close();
});

test("without its key a sealed backup gives nothing, and no clear manifest can take its place", async () => {
  const service = await aService();
  await aSociete({ service });
  const { backups, folder } = backupsOf(service, { BACKUP_KEY: key });
  const { id } = await backups.save("asked");
  const clear = backupsOf(service);
  await expect(clear.backups.restore({ slug: "atelier-lenoir" })).rejects.toMatchObject({
    code: "BACKUP_MISSING",
  });
  const others = backupsOf(service, { BACKUP_KEY: otherKey });
  await expect(others.backups.restore({ slug: "atelier-lenoir" })).rejects.toMatchObject({
    code: "BACKUP_UNREADABLE",
  });
  const rotated = backupsOf(service, { BACKUP_KEY: `${otherKey},${key}` });
  expect((await rotated.backups.rehearse({})).equal).toBe(1);

  const manifest = await folder.read(id);
  await clear.folder.write({ ...manifest, id: manifest.id.replace(/.{6}$/, "ffffff") });
  expect(await folder.list()).toEqual([id]);
  for (const each of [backups, clear.backups, others.backups, rotated.backups]) await each.close();
});

test("once a backup was made under a new key, the old one is needed by nothing of it", async () => {
  const service = await aService();
  const societe = await aSociete({ service });
  const old = backupsOf(service, { BACKUP_KEY: key });
  await anArchived(societe, old.archive, "drawn before the key changed");
  await old.backups.save("asked");
  const both = backupsOf(service, { BACKUP_KEY: `${otherKey},${key}` });
  both.wait(60_000);
  const { id } = await both.backups.save("asked");
  const rotated = backupsOf(service, { BACKUP_KEY: otherKey });
  expect((await rotated.backups.rehearse({ from: id })).equal).toBe(1);
  for (const each of [old, both, rotated]) await each.backups.close();
});

test("old backups are let go, with what only they held; what another names stays", async () => {
  const service = await aService();
  const societe = await aSociete({ service });
  const { backups, archive, folder, wait } = backupsOf(service, { BACKUP_KEEP: "1,0,0" });
  await anArchived(societe, archive, "one");
  const first = await backups.save("asked");
  const old = await folder.read(first.id);
  wait(86_400_000);
  await societe.anIssued();
  const second = await backups.save("asked");
  expect(second.forgotten).toBe(1);
  expect(await folder.list()).toEqual([second.id]);
  const gone = old.societes[0]?.manifestSha256 ?? "";
  await expect(folder.readSociete(gone)).rejects.toMatchObject({ code: "BACKUP_MISSING" });
  expect((await backups.rehearse({})).failed).toEqual([]);
  await backups.close();
});

test("a whole data directory is made again from a backup, and serves", async () => {
  const service = await aService();
  const societe = await aSociete({ service });
  const { backups, archive, folder } = backupsOf(service, { BACKUP_KEY: key });
  const kept = await anArchived(societe, archive, "one");
  const before = await digestOf(service, societe);
  await backups.save("asked");
  await backups.close();

  const into = join(await aDataDir(), "neuf");
  const copier = createCopier();
  await restoreFleet({ folder, copier, into });
  await expect(restoreFleet({ folder, copier, into })).rejects.toMatchObject({
    code: "RESTORE_REFUSED",
  });
  await copier.close();
  const control = await createControl(into);
  const tenancy = await createTenancy({ dataDir: into, control });
  const again = { ...service, dataDir: into, control, tenancy };
  expect(await digestOf(again, societe)).toEqual(before);
  const bytes = await createArchive(into).read(societe.societeId, "pdf", kept.pdfSha256);
  expect(bytes).toEqual(kept.bytes);
  await tenancy.close();
  await control.close();
});

test("a stop in the middle of a restore leaves the société on the file it had", async () => {
  const service = await aService();
  const societe = await aSociete({ service });
  const { backups } = backupsOf(service);
  await backups.save("asked");
  await service.control.write((tx) => tx.update(societes).set({ status: "maintenance" }));
  const half = societeFile(service.dataDir, societe.societeId, 2);
  await mkdir(join(half, ".."), { recursive: true });
  await copyFile(join(service.dataDir, "control.db"), half); // whatever was written by then
  await backups.recover();
  await societe.anIssued();
  expect(await backups.restore({ slug: "atelier-lenoir", acceptsLoss: true })).toMatchObject({
    generation: 3,
  });
  await backups.close();
});
