import { openControlSocket } from "#server/tenancy/control-socket";
import { acquireDataDir } from "#server/tenancy/data-dir-lock";

/** A service on the data directory `argv[2]`, until it is killed. */
const dataDir = process.argv[2] ?? "";
await acquireDataDir(dataDir);
await openControlSocket(
  dataDir,
  { greet: async (where: string, args) => ({ where, args }) },
  "service",
);
process.stdout.write("ready\n");
