import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";

/** Takes the write lock of the file `argv[2]` again and again, as a careless tool would. */
const url = pathToFileURL(process.argv[2] ?? "").href;
process.stdout.write("ready\n");
for (;;) {
  const client = createClient({ url, concurrency: 1, timeout: 25 });
  const transaction = await client.transaction("write").catch(() => null);
  await sleep(15);
  transaction?.close();
  client.close();
  await sleep(15);
}
