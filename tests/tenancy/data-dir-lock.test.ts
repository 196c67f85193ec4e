import { expect, test } from "vitest";
import { acquireDataDir } from "#server/tenancy/data-dir-lock";
import { aDataDir } from "./a-data-dir.ts";
import { foreignProcess } from "./foreign-process.ts";

test("a second process on the same data directory is refused with a clear message", async () => {
  const dataDir = await aDataDir();
  const lock = await acquireDataDir(dataDir);
  const second = await foreignProcess("hold.ts", [dataDir]);
  expect(await second.exited()).toBe(1);
  expect(second.lines()).toEqual([
    `DATA_DIR_LOCKED: another process works on ${dataDir}. Stop it first, or give this one another DATA_DIR`,
  ]);

  await lock.release();
  const third = await foreignProcess("hold.ts", [dataDir]);
  expect(third.lines()).toEqual(["held"]);
});

test("a holder that is killed leaves no lock behind", async () => {
  const dataDir = await aDataDir();
  const holder = await foreignProcess("hold.ts", [dataDir]);
  expect(holder.lines()).toEqual(["held"]);
  await expect(acquireDataDir(dataDir)).rejects.toMatchObject({ code: "DATA_DIR_LOCKED" });

  await holder.kill();
  const lock = await acquireDataDir(dataDir);
  await lock.release();
});

test("a lock released is free for the same process", async () => {
  const dataDir = await aDataDir();
  for (let i = 0; i < 5; i++) await (await acquireDataDir(dataDir)).release();
});
