import { performance } from "node:perf_hooks";
import { startBenchServer } from "../bench/bench-server.ts";
import { callOnce } from "../bench/bench-session.ts";
import { httpClient } from "../bench/http-client.ts";
import { median, round2 } from "../bench/summarize.ts";
import { createVerdict, type Fault } from "./fault.ts";
import { openGround } from "./fault-ground.ts";
import { emailOf, registerVisitor, type Visitor } from "./fault-visitor.ts";

const tries = Number(process.env["FAULT_TRIES"] ?? "200");
/** Accounts made side by side. */
const together = 8;
/** How far the median of accounts that exist may be from that of accounts that do not. */
const tolerance = 0.1;
/** Each try comes from an address of its own and names an account of its own: the brakes stay on and hold nobody back. */
const env = { FLY_APP_NAME: "faults", BRAKES: "on" };

type Ask = (visitor: Visitor) => Promise<number>;

/** How long a refusal takes tells nobody whether an account exists: entering with a wrong password, asking for a new one. */
export const answerTimes: Fault = {
  name: "times of answers",
  promise: "medians of an account that exists and of one that does not within a tenth",
  async run(tell) {
    const ground = await openGround();
    const verdict = createVerdict();
    const server = await startBenchServer(ground.dataDir, { env });
    const ask = httpClient(server.baseUrl);
    const known = Array.from({ length: tries }, (_, i) => visitorOf("connu", 1, i));
    const unknown = Array.from({ length: tries }, (_, i) => visitorOf("inconnu", 2, i));
    for (let i = 0; i < tries; i += together)
      await Promise.all(
        known.slice(i, i + together).map((one) => registerVisitor(ask, server.baseUrl, one)),
      );
    const timed =
      (procedure: string, input: (visitor: Visitor) => unknown, expected: number): Ask =>
      async (visitor) => {
        const began = performance.now();
        const headers = { "fly-client-ip": visitor.ip };
        const answer = await callOnce(ask, server.baseUrl, procedure, input(visitor), headers);
        const took = performance.now() - began;
        verdict.expect(answer.status === expected, `${procedure}: ${answer.status}`);
        return took;
      };
    const wrong = (visitor: Visitor) => ({
      identifiant: emailOf(visitor),
      password: "une erreur de frappe",
    });
    const acts = {
      login: timed("auth.login", wrong, 401),
      reset: timed("auth.forgotPassword", (one) => ({ email: emailOf(one) }), 200),
    };
    const figures: Record<string, number> = {};
    for (const [name, act] of Object.entries(acts)) {
      const times = await taken(act, known, unknown);
      const gap = Math.abs(times.known - times.unknown) / times.unknown;
      tell(`${name}: ${JSON.stringify(times)}`);
      verdict.expect(gap <= tolerance, `${name}: medians ${Math.round(gap * 100)} % apart`);
      figures[`${name} known, ms`] = round2(times.known);
      figures[`${name} unknown, ms`] = round2(times.unknown);
    }
    await server.end("SIGTERM");
    await ground.leave();
    return { dose: `${tries} tries of each`, figures, broken: verdict.broken };
  },
};

/** `network`: the second number of the addresses of its people. */
const visitorOf = (kind: string, network: number, i: number): Visitor => ({
  name: `${kind}${i}`,
  ip: `10.${network}.${i >> 8}.${i & 255}`,
});

/** One of each in turn, the first of the two changing: what else the machine does weighs on both. */
async function taken(act: Ask, known: readonly Visitor[], unknown: readonly Visitor[]) {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (const [i, one] of known.entries()) {
    const other = unknown[i];
    if (!other) break;
    const knownFirst = i % 2 === 0;
    if (knownFirst) times.known.push(await act(one));
    times.unknown.push(await act(other));
    if (!knownFirst) times.known.push(await act(one));
  }
  return { known: median(times.known), unknown: median(times.unknown) };
}
