import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appRouter } from "#server/api/root";
import { aWorld, type World } from "../isolation/a-world.ts";
import type { Case } from "../isolation/case.ts";
import { cases } from "../isolation/cases/cases.ts";
import { logIn } from "../support/a-staffed-societe.ts";
import { type Answer, callProcedure, proceduresOf } from "../support/trpc-wire.ts";
import { fuzzedBody } from "./fuzzed-body.ts";

const runs = Number(process.env["FUZZ_RUNS"] ?? 100);
const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** These answer no sooner than a delay, whatever they do: they wait together. */
const slow = new Set(["auth.register", "auth.forgotPassword"]);

let world: World;

beforeAll(async () => {
  console.log(`fuzz: ${runs} inputs a procedure, FUZZ_SEED=${seed}`);
  world = await aWorld();
});

afterAll(() => world?.close());

/** Once accepted, who calls is somebody else in the société, or nobody: they come last, and once is enough. */
const farewells = ["equipe.update", "equipe.remove", "equipe.leave", "compte.erase"];
const ordered = Object.entries(cases).sort(
  ([one], [other]) => farewells.indexOf(one) - farewells.indexOf(other),
);

test.for(ordered)(
  "%s refuses what it should, and never fails",
  { timeout: 60_000 + runs * 1_000 },
  async ([path, tried]) => {
    const bodies = fc.sample(fuzzedBody(schemaOf(path)), { numRuns: runs, seed });
    const width = slow.has(path) ? 25 : 1;
    let valid = await tried.own(world.a, world);
    let accepted = 0;
    for (let start = 0; start < bodies.length; start += width) {
      const raws = bodies.slice(start, start + width).map((make) => make(valid));
      const taken = await sendAll(path, tried, raws);
      accepted += taken;
      if (taken > 0 && farewells.includes(path)) break;
      // What was accepted may have consumed what the input names.
      if (taken > 0 && isWriting(path)) valid = await tried.own(world.a, world);
    }
    expect(accepted).toBeLessThanOrEqual(runs);
  },
);

const schemaOf = (path: string): unknown =>
  (proceduresOf(appRouter)[path]?._def as { inputs?: readonly unknown[] } | undefined)?.inputs?.[0];

const isWriting = (path: string) => proceduresOf(appRouter)[path]?._def.type === "mutation";

/** Send them together; when all are refused, nothing has changed. */
async function sendAll(path: string, tried: Case, raws: readonly string[]): Promise<number> {
  const page = await pageOf(tried);
  const before = await state();
  const answers = await Promise.all(
    raws.map((raw) => callProcedure(world.service, { path, raw, ...page })),
  );
  answers.forEach((answer, i) => {
    const fault = faultIn(answer);
    const sent = raws[i]?.slice(0, 2_000);
    expect(fault, `${path} ← ${sent}\n→ ${answer.status} ${answer.text.slice(0, 800)}`).toBeNull();
  });
  const accepted = answers.filter(({ status }) => status < 400).length;
  if (accepted === 0)
    expect(await state(), `${path} refused ${raws.join()} but changed something`).toBe(before);
  return accepted;
}

async function pageOf({ session }: Case) {
  const { a, service } = world;
  if (session === "none") return {};
  const { cookie, username } = a.staff.admin;
  return { societe: a.id, cookie: session === "spare" ? await logIn(service, username) : cookie };
}

/** A refused access leaves a line in the journal: the refusal itself, not a change. */
const state = async () => `${await world.contentOfA.hashOfBooks()} ${await world.control.hash()}`;

const internals =
  /node_modules|\.ts:\d|\.js:\d|\bat \S+ \(|SQLITE_|Failed query|drizzle|libsql|ZodError|TypeError|RangeError|superjson|Unexpected token|\/work\/|\/tmp\//;

function faultIn({ status, text, headers, requestId, code }: Answer): string | null {
  if (status >= 500) return "it failed";
  if (!headers.get("x-request-id")) return "no request id";
  if (status < 400) return null;
  // Too long an address is refused before the API is asked.
  if (status === 414) return text === "Cette adresse est trop longue." ? null : "another 414";
  if (internals.test(text)) return "it tells of its insides";
  if (code === null) return "not the shape of a refusal";
  return requestId ? null : "no request id in the refusal";
}
