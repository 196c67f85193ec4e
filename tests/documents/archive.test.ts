import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createArchive, sha256Of } from "#server/documents/archive";
import { newId } from "#server/id";

const dataDir = mkdtempSync(join(tmpdir(), "facturepro-archive-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const archive = createArchive(dataDir);
const bytes = Buffer.from("%PDF-1.7 …");
const sha256 = sha256Of(bytes);
const pathOf = (societeId: string) =>
  join(dataDir, "documents", societeId.slice(0, 2), societeId, sha256.slice(0, 2), `${sha256}.pdf`);

test("what is stored comes back to the byte, under the name of its content, in the folder of its société", async () => {
  const societeId = newId();
  expect(await archive.store(societeId, "pdf", bytes)).toBe(sha256);
  expect(await archive.read(societeId, "pdf", sha256)).toEqual(bytes);
  expect(statSync(pathOf(societeId)).mode & 0o777).toBe(0o400);
});

test("storing twice, even at once, keeps one file and leaves nothing half-written", async () => {
  const societeId = newId();
  await Promise.all(Array.from({ length: 8 }, () => archive.store(societeId, "pdf", bytes)));
  await archive.store(societeId, "pdf", bytes);
  expect(readdirSync(join(pathOf(societeId), ".."))).toEqual([`${sha256}.pdf`]);
});

test("a file that was altered or is gone is never served; storing it again repairs it", async () => {
  const societeId = newId();
  await expect(archive.read(societeId, "pdf", sha256)).rejects.toThrow("cannot be read");
  await archive.store(societeId, "pdf", bytes);
  chmodSync(pathOf(societeId), 0o600);
  writeFileSync(pathOf(societeId), "something else");
  await expect(archive.read(societeId, "pdf", sha256)).rejects.toThrow("altered");
  await archive.store(societeId, "pdf", bytes);
  expect(await archive.read(societeId, "pdf", sha256)).toEqual(bytes);
});

test("one société cannot read what another stored, nor any path", async () => {
  const [a, b] = [newId(), newId()];
  await archive.store(a, "pdf", bytes);
  await expect(archive.read(b, "pdf", sha256)).rejects.toThrow("cannot be read");
  await expect(archive.read(a, "png", sha256)).rejects.toThrow("cannot be read");
  for (const bad of ["", "..", `../${a}`, a.toUpperCase(), `${a}/..`]) {
    await expect(archive.read(bad, "pdf", sha256)).rejects.toThrow("not the id");
    await expect(archive.store(bad, "pdf", bytes)).rejects.toThrow("not the id");
  }
  for (const bad of ["", "../../../etc/passwd", sha256.toUpperCase(), `${sha256}.pdf`]) {
    await expect(archive.read(a, "pdf", bad)).rejects.toThrow("not a sha-256");
  }
});
