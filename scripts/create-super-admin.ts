/**
 * npm run create:super-admin -- address username — the operator's own account. The password is read from standard input:
 * as an argument, every user of the machine could see it.
 */
import path from "node:path";
import { text } from "node:stream/consumers";
import { parseEnv } from "#server/env";
import { accountJobs } from "#server/operator-jobs";
import { createControl } from "#server/tenancy/create-control";
import { describeError } from "#server/tenancy/job";
import { runJob } from "#server/tenancy/run-job";

const [email = "", username = ""] = process.argv.slice(2);
if (email === "" || username === "") {
  console.error("usage: npm run create:super-admin -- address username < password-file");
  process.exit(2);
}
const dataDir = path.resolve(parseEnv(process.env).DATA_DIR);
const password = (await text(process.stdin)).replace(/\r?\n$/, "");

try {
  const outcome = await runJob({
    dataDir,
    job: "create-super-admin",
    args: { email, username, password },
    jobs: accountJobs,
    open: async () => {
      const control = await createControl(dataDir);
      return { context: { control }, close: () => control.close() };
    },
  });
  console.log(outcome === "made" ? `${username} made` : `${username} is a super-admin now`);
} catch (error) {
  console.error(`not made: ${describeError(error).message}`);
  process.exitCode = 1;
}
