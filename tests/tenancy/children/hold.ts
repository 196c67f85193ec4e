import { acquireDataDir } from "#server/tenancy/data-dir-lock";

/** Holds the data directory `argv[2]` until it is killed, or says why not. */
try {
  await acquireDataDir(process.argv[2] ?? "");
  process.stdout.write("held\n");
  setInterval(() => {}, 1_000);
} catch (cause) {
  process.stdout.write(`${(cause as Error).message}\n`);
  process.exitCode = 1;
}
