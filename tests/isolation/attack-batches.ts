import { wire } from "#server/domain/wire";
import { headersOf } from "../support/trpc-wire.ts";
import type { World } from "./a-world.ts";
import { tryRequest } from "./finding.ts";
import { aClient } from "./issue.ts";
import type { Finding } from "./report.ts";

/** One request for a thing of A's and a thing of B's: each is judged on its own, whatever the transport. */
export async function attackBatches(world: World): Promise<Finding[]> {
  const { a, b } = world;
  const inputs = [await aClient(a), await aClient(b), await aClient(a)];
  const input = Object.fromEntries(inputs.map((one, i) => [i, wire.serialize(one)]));
  const path = inputs.map(() => "clients.get").join();
  const url = `/api/trpc/${path}?batch=1&input=${encodeURIComponent(JSON.stringify(input))}`;
  const page = { cookie: a.staff.admin.cookie, societe: a.id };
  const isMixed = (_: Response, body: Uint8Array) => {
    const text = Buffer.from(body).toString();
    const found = text.split('"nom":').length - 1;
    const refused = text.split('"refusal":"CLIENT_NOT_FOUND"').length - 1;
    return found === 2 && refused === 1 ? null : `${found} found, ${refused} refused`;
  };
  const target = "batch of queries";
  return [
    await tryRequest(world, {
      target,
      attack: "B's client between two of A's",
      expected: "207",
      url,
      init: { headers: headersOf(page) },
      faultIn: isMixed,
    }),
    await tryRequest(world, {
      target,
      attack: "the same, streamed",
      expected: "200",
      url,
      init: { headers: headersOf({ ...page, headers: { "trpc-accept": "application/jsonl" } }) },
      faultIn: isMixed,
    }),
  ];
}
