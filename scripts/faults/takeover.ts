import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ImportReport } from "#server/reprise/import-legacy";
import { openBulk } from "../bench/bulk-file.ts";
import { createVerdict, type Fault } from "./fault.ts";
import { makeLegacyFile } from "./legacy-installation.ts";

const root = path.join(import.meta.dirname, "../..");
const societes = Number(process.env["FAULT_SOCIETES"] ?? "200");
const facturesEach = 500;
/** Killed after that many seconds, each time; then left alone. */
const killedAfter = [5, 20];

type Part = { taken: number; known: number; refused: number };

/** A whole former installation is taken over, the process dying twice on the way. */
export const takeover: Fault = {
  name: "taking over an installation",
  promise:
    "each document taken once, or refused with why; the source untouched; amounts to the cent",
  async run(tell) {
    const folder = await mkdtemp(path.join(tmpdir(), "facturepro-takeover-"));
    const verdict = createVerdict();
    const file = path.join(folder, "former.db");
    const dataDir = path.join(folder, "data");
    const source = makeLegacyFile(file, societes, facturesEach);
    const before = await sha256Of(file);
    for (const seconds of killedAfter) {
      const child = importing(file, dataDir);
      await Promise.race([sleep(seconds * 1_000), child.gone]);
      child.kill();
      await child.gone;
      tell(`killed after ${seconds} s`);
    }
    const began = performance.now();
    const report = await imported(file, dataDir, folder);
    const seconds = Math.round((performance.now() - began) / 1_000);
    tell(`the third run took ${seconds} s`);
    const again = await imported(file, dataDir, folder);

    const first = sumOf(report, "facture");
    verdict.expect(report.societes.length === societes, `${report.societes.length} sociétés`);
    verdict.expect(report.refused.length === 0, `${report.refused.length} sociétés refused`);
    const counted = first.taken + first.known + first.refused;
    verdict.expect(
      counted === source.factures,
      `${counted} of ${source.factures} factures told of`,
    );
    verdict.expect(first.refused === source.spoilt, `${first.refused} of ${source.spoilt} refused`);
    verdict.expect(first.known > 0, "the kills came before anything was taken");
    const second = sumOf(again, "facture");
    verdict.expect(second.taken === 0, `${second.taken} taken again`);
    const stored = report.societes.map(({ societeId }) => readBook(dataDir, String(societeId)));
    const count = stored.reduce((sum, one) => sum + one.factures, 0);
    const totalTtc = stored.reduce((sum, one) => sum + one.totalTtc, 0);
    verdict.expect(count === source.factures - source.spoilt, `${count} factures stored`);
    verdict.expect(totalTtc === source.totalTtc, `${totalTtc} cents, ${source.totalTtc} there`);
    verdict.expect((await sha256Of(file)) === before, "the source has changed");
    await rm(folder, { recursive: true, force: true });
    return {
      dose: `${societes} sociétés, ${source.factures} factures, ${killedAfter.length} kills`,
      figures: { taken: count, refused: first.refused, "last run, s": seconds },
      broken: verdict.broken,
    };
  },
};

/** In a process group of its own: the loader of TypeScript must die with it. */
function importing(file: string, dataDir: string, more: readonly string[] = []) {
  const program = ["--import", "tsx", "scripts/import-legacy.ts", file, "--yes", ...more];
  const child = spawn(process.execPath, program, {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const kill = () => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, "SIGKILL");
  };
  return { gone, kill };
}

async function imported(file: string, dataDir: string, folder: string): Promise<ImportReport> {
  const told = path.join(folder, "report.json");
  const code = await importing(file, dataDir, ["--report", told]).gone;
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return JSON.parse(await readFile(told, "utf8")) as ImportReport;
}

function sumOf({ societes: all }: ImportReport, object: "facture"): Part {
  const sum = { taken: 0, known: 0, refused: 0 };
  for (const { objects } of all) {
    sum.taken += objects[object]?.taken ?? 0;
    sum.known += objects[object]?.known ?? 0;
    sum.refused += objects[object]?.refused ?? 0;
  }
  return sum;
}

function readBook(dataDir: string, societeId: string) {
  const db = openBulk(dataDir, societeId as Parameters<typeof openBulk>[1]);
  const row = db
    .prepare(
      "SELECT count(*) AS factures, coalesce(sum(total_ttc), 0) AS totalTtc FROM factures WHERE status = 'importee'",
    )
    .get() as { factures: number; totalTtc: number };
  db.close();
  return row;
}

const sha256Of = async (file: string) =>
  createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
