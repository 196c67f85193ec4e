import { createControl } from "#server/tenancy/create-control";
import { createTenancy } from "#server/tenancy/create-tenancy";
import { acquireDataDir } from "#server/tenancy/data-dir-lock";
import { aRegistration } from "../a-registration.ts";

/** Registers `argv[3]` in the data directory `argv[2]` and dies, as by a power cut, once `argv[4]` is done. */
const [, , dataDir = "", email = "", last] = process.argv;
await acquireDataDir(dataDir);
const control = await createControl(dataDir);
const tenancy = await createTenancy({
  dataDir,
  control,
  onProvisionStep(step) {
    if (step === last) process.kill(process.pid, "SIGKILL");
  },
});
await tenancy.provision(aRegistration(email));
