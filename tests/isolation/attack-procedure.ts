import { isAllowed, permissions } from "#server/domain/permissions";
import { wire } from "#server/domain/wire";
import { newId } from "#server/id";
import { type ActorName, aColleague, actors, logIn } from "../support/a-staffed-societe.ts";
import type { Answer, Call } from "../support/trpc-wire.ts";
import type { World } from "./a-world.ts";
import type { Case } from "./case.ts";
import type { Declaration } from "./declarations.ts";
import type { Finding } from "./report.ts";
import { tracesIn, tracesOf } from "./traces-of.ts";

export type Attacker = {
  readonly world: World;
  /** Carries a call to the service. */
  readonly send: (call: Call) => Promise<Answer>;
};

type Attempt = {
  readonly attack: string;
  readonly call: Omit<Call, "path">;
  /** « 404 » or « 403 ROLE_FORBIDDEN »; null: whatever is answered must hold nothing of B. */
  readonly expected: string | null;
  /** The call may change A; never B. */
  readonly mayAct?: boolean;
};

/** One procedure under attack. `ofA` and `ofB`: an input of each, made once, since refused calls consume nothing. */
type Trial = {
  readonly world: World;
  readonly declared: Declaration;
  readonly tried: Case;
  readonly ofA: () => Promise<unknown>;
  readonly ofB: () => Promise<unknown>;
};

type Procedure = { readonly path: string; readonly declared: Declaration; readonly tried: Case };

/** Every way of calling one procedure without the right to, and the right way, to show that the call was a real one. */
export async function attackProcedure(
  attacker: Attacker,
  { path, declared, tried }: Procedure,
): Promise<Finding[]> {
  const { world } = attacker;
  const [ofA, ofB] = [world.a, world.b].map((of) => once(async () => tried.own(of, world)));
  if (!ofA || !ofB) return [];
  const trial = { world, declared, tried, ofA, ofB };
  const findings: Finding[] = [];
  for (const make of attacks)
    for await (const attempt of make(trial)) findings.push(await judge(attacker, path, attempt));
  if (declared.foreign === "NOT_FOUND") findings.push(await likeUnknown(attacker, path, trial));
  return findings;
}

const attacks: readonly Attempts[] = [
  (trial) => rightful(trial),
  (trial) => withoutSession(trial),
  (trial) => fromElsewhere(trial),
  (trial) => withTheWrongRole(trial),
  (trial) => withHiddenAmounts(trial),
  (trial) => withForeignThings(trial),
];

type Attempts = (trial: Trial) => AsyncGenerator<Attempt>;

const rightful: Attempts = async function* ({ world, declared, tried }) {
  if (declared.access === "super-admin") return;
  for (const actor of actorsOf(declared).filter((one) => mayCall(one, declared)))
    yield {
      attack: `own call as ${actor}`,
      call: { ...(await pageOf(world, tried, actor)), input: await tried.own(world.a, world) },
      expected: tried.refusedBecause ?? "200",
      mayAct: true,
    };
};

const withoutSession: Attempts = async function* ({ world, declared, ofA }) {
  if (declared.access === "public") return;
  const page = { input: await ofA(), societe: world.a.id };
  const expected = "401 SESSION_REQUIRED";
  yield { attack: "no session", call: page, expected };
  const cookie = `${world.service.doors.auth.cookieName}=${"A".repeat(43)}`;
  yield { attack: "a forged session", call: { ...page, cookie }, expected };
};

/** A page that believes to be on another société, or does not say. */
const fromElsewhere: Attempts = async function* ({ world, declared, ofA, ofB }) {
  if (declared.access !== "societe") return;
  const { a, b, both } = world;
  const page = { cookie: a.staff.admin.cookie, input: await ofA() };
  const expected = "409 SOCIETE_MISMATCH";
  yield { attack: "no société named", call: page, expected };
  yield { attack: "B named", call: { ...page, societe: b.id }, expected };
  yield { attack: "an unknown société named", call: { ...page, societe: newId() }, expected };
  yield { attack: "the word of the server", call: { ...page, societe: "session" }, expected };
  const tab = { cookie: both.cookie, input: await ofB(), societe: b.id };
  yield { attack: "a tab left on B, member of both", call: tab, expected };
};

const withTheWrongRole: Attempts = async function* ({ world, declared, tried, ofA }) {
  for (const actor of actorsOf(declared).filter((one) => !mayCall(one, declared)))
    yield {
      attack: `as ${actor}`,
      call: { ...(await pageOf(world, tried, actor)), input: await ofA() },
      expected: "403 ROLE_FORBIDDEN",
    };
};

/** Whoever is allowed, by the very table the procedures read. */
const mayCall = (actor: ActorName, declared: Declaration): boolean =>
  declared.access === "societe"
    ? isAllowed(actors[actor], declared.permission)
    : declared.access !== "super-admin";

/** The three roles; and where something is settled for each employé, one with nothing and one with everything. */
function actorsOf(declared: Declaration): readonly ActorName[] {
  if (declared.access === "public" || declared.access === "user") return ["admin"];
  const asInvited = ["admin", "employe", "comptable"] as const;
  if (declared.access === "super-admin") return asInvited;
  const { employe } = permissions[declared.permission];
  return employe === "yes" || employe === "no" ? asInvited : [...asInvited, "restreint", "complet"];
}

/** A document of somebody else, for an employé who sees the amounts of their own only. */
const withHiddenAmounts: Attempts = async function* ({ world, declared, tried, ofA }) {
  const input = (await ofA()) as object | undefined;
  const namesDocument = ["factureId", "reglementId"].some((key) => key in (input ?? {}));
  if (declared.access !== "societe" || !namesDocument || !mayCall("restreint", declared)) return;
  yield {
    attack: "a colleague's document, its amounts hidden",
    call: { ...(await pageOf(world, tried, "restreint")), input },
    expected: "403 AMOUNTS_HIDDEN",
  };
};

const withForeignThings: Attempts = async function* ({ world, declared, tried, ofB }) {
  const isFound = declared.foreign === "OWN";
  const named: [string, unknown][] = Object.entries((await tried.reaching?.(world)) ?? {});
  if (!isFound) named.unshift(["B's own call", await ofB()]);
  for (const [attack, input] of named)
    yield {
      attack,
      call: { ...(await pageOf(world, tried, "admin")), input },
      expected: isFound ? null : "404",
      mayAct: isFound,
    };
};

/** B's thing and a thing that exists nowhere get the same answer, to the letter. */
async function likeUnknown(
  { send }: Attacker,
  path: string,
  { world, tried, ofB }: Trial,
): Promise<Finding> {
  const input = await ofB();
  const ids = new Map<string, string>();
  const unknown = JSON.parse(
    JSON.stringify(input).replace(/(?<=")[0-9a-f]{32}(?=")/g, (id) => {
      ids.set(id, ids.get(id) ?? newId());
      return ids.get(id) ?? "";
    }),
  ) as unknown;
  const page = await pageOf(world, tried, "admin");
  const [theirs, nobodys] = [
    await send({ path, ...page, input }),
    await send({ path, ...page, input: unknown }),
  ];
  const isAlike = sentence(theirs) === sentence(nobodys);
  return {
    target: path,
    attack: "B's thing against one that does not exist",
    expected: "the same answer",
    met: isAlike ? "the same answer" : `${sentence(theirs)} and ${sentence(nobodys)}`,
    isHeld: isAlike,
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const sentence = ({ status, text, requestId }: Answer) =>
  `${status} ${text.replaceAll(requestId ?? "", "")}`;

async function pageOf({ a, service }: World, tried: Case, actor: ActorName) {
  const { cookie, username } = a.staff[actor];
  if (tried.session === "none") return {};
  if (tried.session === "leaver") {
    const person = await aColleague(service, { mark: a.mark, as: actor, societes: [a.id] });
    return { societe: a.id, cookie: person.cookie };
  }
  return {
    societe: a.id,
    cookie: tried.session === "spare" ? await logIn(service, username) : cookie,
  };
}

/** Send it, then look at the answer and at what became of both databases. */
async function judge({ world, send }: Attacker, path: string, attempt: Attempt): Promise<Finding> {
  const { attack, call, expected, mayAct = false } = attempt;
  const before = await stateOf(world);
  const answer = await send({ path, ...call });
  const after = await stateOf(world);
  const said = JSON.stringify(wire.serialize(call.input) ?? "");
  const traces = tracesOf(world.b, await world.contentOfB.rows());
  const faults = [
    ...answerFaults(answer, expected),
    ...tracesIn(answer.text, said, traces).map((trace) => `shows « ${trace} » of B`),
    ...(after.b === before.b ? [] : ["changes B"]),
    ...(mayAct || (after.a === before.a && after.control === before.control) ? [] : ["changes A"]),
  ];
  const status = [answer.status, answer.refusal].filter(Boolean).join(" ");
  return {
    target: path,
    attack,
    expected: expected ?? "nothing of B",
    met: [status, ...faults].join(", "),
    isHeld: faults.length === 0,
  };
}

function answerFaults({ status, refusal, text }: Answer, expected: string | null): string[] {
  if (expected === null) return status >= 500 ? ["fails"] : [];
  const [wanted = "", code] = expected.split(" ");
  const isMet = String(status) === wanted && (code === undefined || code === refusal);
  return isMet ? [] : [`unexpected: ${text.slice(0, 200)}`];
}

/** A refusal is told to the journal of A, whose member it met; B's hears nothing at all. */
async function stateOf({ service, contentOfA, contentOfB, control }: World) {
  await service.doors.witness.settled();
  return {
    a: await contentOfA.hashOfBooks(),
    b: await contentOfB.hash(),
    control: await control.hash(),
  };
}
