import { spawnSync } from "node:child_process";
import { cp, mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { benchContent } from "../bench/bench-data.ts";
import { startBenchServer } from "../bench/bench-server.ts";
import { CallFailed, openBenchSession } from "../bench/bench-session.ts";
import { checkIssued } from "../bench/check-issued.ts";
import { benchPassword } from "../bench/seed-societe.ts";
import { createVerdict, type Fault } from "./fault.ts";
import { openGround } from "./fault-ground.ts";

const sizeMb = 192;
const issuers = 4;
/** Issues that must be refused before the disk is held to be full for them. */
const enough = 40;

/** A disk of its own fills up while people issue, then is freed. Needs Linux and the right to mount one in memory. */
export const fullDisk: Fault = {
  name: "a full disk",
  promise: "refused in words, reading goes on, nothing acknowledged is lost, issuing resumes",
  async run(tell) {
    const disk = await mountDisk();
    if (disk === null) return { dose: "not run: no right to mount", figures: {}, broken: [] };
    const ground = await openGround();
    const verdict = createVerdict();
    const dataDir = path.join(disk.folder, "data");
    const filler = path.join(disk.folder, "filler");
    try {
      await cp(ground.dataDir, dataDir, { recursive: true });
      const server = await startBenchServer(dataDir);
      const login = { username: "faults", password: benchPassword };
      const session = await openBenchSession(server.baseUrl, login);
      const numbers: string[] = [];
      const refusals = new Map<string, number>();
      let next = 0;
      const issue = async (): Promise<boolean> => {
        const key = `fault-disk-${next++}`;
        const input = { content: benchContent(next), idempotencyKey: key };
        return session.mutate<{ number: string }>("factures.issueContent", input).then(
          ({ number }) => numbers.push(number) > 0,
          (cause: unknown) => {
            const why = cause instanceof CallFailed ? `${cause.status} ${cause.refusal}` : "gone";
            refusals.set(why, (refusals.get(why) ?? 0) + 1);
            return false;
          },
        );
      };
      await issue();
      await fill(filler, disk.folder);
      let refused = 0;
      const issuer = async () => {
        while (refused < enough && next < 20_000) refused += (await issue()) ? 0 : 1;
      };
      await Promise.all(Array.from({ length: issuers }, issuer));
      tell(`full after ${numbers.length} factures: ${JSON.stringify([...refusals])}`);
      const list = await session.page("/factures");
      verdict.expect(list.status === 200, `the list answers ${list.status}`);
      verdict.expect(server.child.exitCode === null, "the service died");
      for (const why of refusals.keys())
        verdict.expect(why.startsWith("503 "), `an issue was answered ${why}`);

      await rm(filler);
      const whileFull = numbers.length;
      for (let wait = 0; wait < 100 && !(await issue()); wait++) await sleep(100);
      verdict.expect(numbers.length > whileFull, "issuing did not resume");
      const chain = await session.query<{ fault: unknown }>("journal.verify");
      verdict.expect(chain.fault === null, `chain: ${JSON.stringify(chain.fault)}`);
      await server.end("SIGTERM");
      const check = checkIssued(dataDir, ground.societeId, numbers);
      verdict.expect(check.lost === 0, `${check.lost} acknowledged and lost`);
      verdict.expect(check.issued === numbers.length, `${check.issued} stored`);
      verdict.expect(check.gaps + check.duplicates === 0, "gaps or duplicates");
      verdict.expect(check.integrity === "ok", `integrity: ${check.integrity}`);
      return {
        dose: `${sizeMb} MB, ${issuers} issuers`,
        figures: { issued: check.issued, ...Object.fromEntries(refusals) },
        broken: verdict.broken,
      };
    } finally {
      await ground.leave();
      await disk.leave();
    }
  },
};

async function mountDisk() {
  if (process.platform !== "linux") return null;
  const folder = await mkdtemp(path.join(tmpdir(), "facturepro-disk-"));
  const asked = ["-t", "tmpfs", "-o", `size=${sizeMb}m`, "tmpfs", folder];
  if (spawnSync("mount", asked).status !== 0) {
    await rm(folder, { recursive: true });
    return null;
  }
  const leave = async () => {
    spawnSync("umount", ["--lazy", folder]);
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, leave };
}

/** All but a few pages. */
async function fill(file: string, folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  await writeFile(file, Buffer.alloc(Math.max(0, bavail * bsize - 512 * 1024)));
}
