import { stat } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openControlSocket } from "#server/tenancy/control-socket";
import { acquireDataDir } from "#server/tenancy/data-dir-lock";
import type { Jobs } from "#server/tenancy/job";
import { dataPaths } from "#server/tenancy/paths";
import { type JobRun, runJob } from "#server/tenancy/run-job";
import { TenancyError } from "#server/tenancy/tenancy-error";
import { aDataDir } from "./a-data-dir.ts";
import { foreignProcess } from "./foreign-process.ts";

type Place = { where: string };
const jobs: Jobs<Place> = {
  async greet({ where }, args, tell) {
    tell("1/2");
    tell("2/2");
    return { where, args };
  },
  async fail() {
    throw new TenancyError("TENANT_MISMATCH", "not ours");
  },
};

function aRun(dataDir: string, job = "greet"): JobRun<Place> & { told: string[] } {
  const told: string[] = [];
  return {
    dataDir,
    job,
    args: { nom: "Éléonore" },
    jobs,
    told,
    onProgress: (line) => told.push(line),
    open: async () => ({ context: { where: "script" }, close: async () => {} }),
  };
}

test("a script hands its job to the running service, and hears its progress", async () => {
  const dataDir = await aDataDir();
  const lock = await acquireDataDir(dataDir);
  const socket = await openControlSocket(dataDir, jobs, { where: "service" });
  const run = aRun(dataDir);
  expect(await runJob(run)).toEqual({ where: "service", args: { nom: "Éléonore" } });
  expect(run.told).toEqual(["1/2", "2/2"]);
  expect((await stat(dataPaths(dataDir).socket)).mode & 0o777).toBe(0o600);
  await socket.close();
  await lock.release();
});

test("without a service, the script holds the data directory and does the job itself", async () => {
  const dataDir = await aDataDir();
  const run = aRun(dataDir);
  expect(await runJob(run)).toEqual({ where: "script", args: { nom: "Éléonore" } });
  expect(run.told).toEqual(["1/2", "2/2"]);
  await (await acquireDataDir(dataDir)).release(); // given back
});

test("the socket of a killed service does not stop the script", async () => {
  const dataDir = await aDataDir();
  const service = await foreignProcess("serve.ts", [dataDir]);
  expect(await runJob(aRun(dataDir))).toMatchObject({ where: "service" });
  await service.kill();
  expect(await stat(dataPaths(dataDir).socket)).toBeDefined();
  expect(await runJob(aRun(dataDir))).toMatchObject({ where: "script" });
});

test("a job that fails, fails for the script with the same code", async () => {
  const dataDir = await aDataDir();
  const socket = await openControlSocket(dataDir, jobs, { where: "service" });
  await expect(runJob(aRun(dataDir, "fail"))).rejects.toMatchObject({ code: "TENANT_MISMATCH" });
  await expect(runJob(aRun(dataDir, "toString"))).rejects.toMatchObject({ code: "JOB_UNKNOWN" });
  await socket.close();
  await expect(runJob(aRun(dataDir, "fail"))).rejects.toMatchObject({ code: "TENANT_MISMATCH" });
  await expect(runJob(aRun(dataDir, "toString"))).rejects.toMatchObject({ code: "JOB_UNKNOWN" });
});

test("a visitor who speaks nonsense or hangs up disturbs nobody", async () => {
  const dataDir = await aDataDir();
  const socket = await openControlSocket(dataDir, jobs, { where: "service" });
  const { socket: path } = dataPaths(dataDir);
  connect(path).end("{nonsense\n");
  connect(path).destroy();
  expect(await runJob(aRun(dataDir))).toMatchObject({ where: "service" });
  await socket.close();
});

test("a data directory whose path is too long for a socket is refused by name", async () => {
  const dataDir = join(await aDataDir(), "d".repeat(100));
  await expect(openControlSocket(dataDir, jobs, { where: "" })).rejects.toMatchObject({
    code: "DATA_DIR_TOO_LONG",
  });
});
