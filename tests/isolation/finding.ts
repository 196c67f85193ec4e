import type { World } from "./a-world.ts";
import type { Finding } from "./report.ts";
import { tracesIn, tracesOf } from "./traces-of.ts";

type Attack = {
  readonly target: string;
  readonly attack: string;
  /** A status, or several that are as good: « 404 », « 303 or 404 ». Null: anything but a failure. */
  readonly expected: string | null;
  readonly url: string;
  readonly init?: RequestInit;
  /** Member of both sociétés: may read B's name and id, as in the list to choose from. */
  readonly knowsB?: boolean;
  /** What else must hold of the answer; the sentence says what does not. */
  readonly faultIn?: (answer: Response, body: Uint8Array) => string | null | Promise<string | null>;
};

/** Send one HTTP request of A's, then look for anything of B in the whole answer, and at both databases. */
export async function tryRequest(world: World, attack: Attack): Promise<Finding> {
  const { target, expected, url, init } = attack;
  const before = await hashes(world);
  const answer = await world.service.request(url, { redirect: "manual", ...init });
  const body = new Uint8Array(await answer.arrayBuffer());
  const after = await hashes(world);
  const text = `${[...answer.headers].join("\n")}\n${Buffer.from(body).toString("utf8")}`;
  const known = attack.knowsB ? `${world.b.nom} ${world.b.id}` : "";
  const said = `${url} ${typeof init?.body === "string" ? init.body : ""} ${known}`;
  const traces = tracesOf(world.b, await world.contentOfB.rows());
  const faults = [
    statusFault(answer.status, expected),
    (await attack.faultIn?.(answer, body)) ?? null,
    ...tracesIn(text, decodeURIComponent(said), traces).map((trace) => `shows « ${trace} » of B`),
    before === after ? null : "changes a database",
  ].filter((fault) => fault !== null);
  return {
    target,
    attack: attack.attack,
    expected: expected ?? "nothing of B",
    met: [String(answer.status), ...faults].join(", "),
    isHeld: faults.length === 0,
  };
}

function statusFault(status: number, expected: string | null): string | null {
  if (expected === null) return status >= 500 ? "fails" : null;
  return expected.split(" or ").includes(String(status)) ? null : "unexpected";
}

/** What A's own members did is told to A's journal; B's must hear nothing. */
async function hashes({ service, contentOfA, contentOfB }: World): Promise<string> {
  await service.doors.witness.settled();
  return `${await contentOfA.hashOfBooks()} ${await contentOfB.hash()}`;
}

/** A finding of something that is no single request. */
export const verdict = (
  target: string,
  attack: string,
  expected: string,
  fault: string | null,
): Finding => ({ target, attack, expected, met: fault ?? expected, isHeld: fault === null });
