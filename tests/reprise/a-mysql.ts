import { spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createConnection } from "mysql2/promise";
import { onTestFinished } from "vitest";
import { freePort } from "../support/free-port.ts";

const program = (...names: readonly string[]) =>
  names
    .map((name) => spawnSync("which", [name], { encoding: "utf8" }).stdout.trim())
    .find((found) => found !== "") ?? null;

const server = program("mariadbd", "mysqld");

/** Whether this machine has MySQL, or MariaDB, which speaks for it. */
export const hasMysql = server !== null;

/** It wants to be told that the superuser really means it. */
const asRoot = process.getuid?.() === 0 ? ["--user=root"] : [];

/** An empty MySQL server of its own, stopped with the test; the URL of its base. */
export async function aMysql(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "facturepro-mysql-"));
  const base = path.join(folder, "base");
  makeBase(base);
  const port = await freePort();
  const place = [
    `--port=${port}`,
    "--bind-address=127.0.0.1",
    `--socket=${path.join(folder, "sock")}`,
  ];
  const child = spawn(
    server ?? "",
    [
      "--no-defaults",
      `--datadir=${base}`,
      ...place,
      "--skip-grant-tables",
      "--skip-networking=0",
      ...asRoot,
    ],
    { stdio: "ignore" },
  );
  onTestFinished(async () => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await gone;
    await rm(folder, { recursive: true, force: true });
  });
  const url = `mysql://former@127.0.0.1:${port}`;
  for (let wait = 0; wait < 300; wait++) {
    const link = await createConnection(url).catch(() => null);
    if (link) {
      await link.query("CREATE DATABASE former CHARACTER SET utf8mb4");
      await link.end();
      return `${url}/former`;
    }
    await sleep(100);
  }
  throw new Error("MySQL did not answer");
}

/** MariaDB starts on an empty folder where nobody's rights are asked for; MySQL makes its base first. */
function makeBase(folder: string): void {
  if (program("mariadbd") !== null) {
    mkdirSync(folder);
    return;
  }
  const options = ["--no-defaults", "--initialize-insecure", `--datadir=${folder}`, ...asRoot];
  const made = spawnSync(server ?? "", options, { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`${server}: ${made.stderr}`);
}
