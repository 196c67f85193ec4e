import { spawn, spawnSync } from "node:child_process";
import { chownSync, realpathSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { onTestFinished } from "vitest";
import { freePort } from "../support/free-port.ts";

const program = (name: string) => {
  const { stdout } = spawnSync("which", [name], { encoding: "utf8" });
  return stdout.trim() === "" ? null : realpathSync(stdout.trim());
};

/** Whether this machine has PostgreSQL. */
export const hasPostgres = program("postgres") !== null && program("initdb") !== null;

/** It refuses to be run by the superuser: a user without rights of its own then. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** An empty PostgreSQL server of its own, stopped with the test; the URL of its base. */
export async function aPostgres(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "facturepro-postgres-"));
  if (nobody.uid !== undefined) chownSync(folder, nobody.uid, nobody.gid);
  const options = { ...nobody, cwd: folder, env: { ...process.env, LC_ALL: "C" } };
  const made = spawnSync(
    program("initdb") ?? "",
    ["-D", "base", "-U", "former", "-A", "trust", "-E", "UTF8", "--no-sync"],
    { ...options, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const child = spawn(
    program("postgres") ?? "",
    ["-D", "base", "-p", String(port), "-k", folder, "-h", "127.0.0.1", "-F"],
    { ...options, stdio: "ignore" },
  );
  onTestFinished(async () => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    await gone;
    await rm(folder, { recursive: true, force: true });
  });
  const url = `postgres://former@127.0.0.1:${port}/postgres`;
  for (let wait = 0; wait < 300; wait++) {
    const client = new Client({ connectionString: url });
    const isUp = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isUp) return url;
    await sleep(100);
  }
  throw new Error("PostgreSQL did not answer");
}
