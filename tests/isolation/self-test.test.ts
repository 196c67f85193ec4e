import { expect, test } from "vitest";
import type { Answer } from "../support/trpc-wire.ts";
import { aFakeWorld } from "./a-fake-world.ts";
import { attackProcedure } from "./attack-procedure.ts";
import { type Declaration, declarationOf, gapsIn } from "./declarations.ts";

const declared: Declaration = { access: "societe", permission: "reglages", foreign: "NOT_FOUND" };
const tried = { own: () => ({ clientId: "0".repeat(32) }) };

const aRouter = (meta: unknown) =>
  ({ "clients.steal": { _def: { type: "query", meta } } }) as const;

const refused: Answer = {
  status: 404,
  text: "{}",
  headers: new Headers(),
  refusal: "CLIENT_NOT_FOUND",
  code: "NOT_FOUND",
  requestId: null,
  data: null,
};

/** A service that answers everything alike. */
const findingsOf = async (answer: Answer, foreign: "NOT_FOUND" | "OWN" = "NOT_FOUND") => {
  const attacker = { world: aFakeWorld(), send: async () => answer };
  const reached = { ...tried, reaching: () => ({ "B's name": { q: "" } }) };
  return attackProcedure(attacker, {
    path: "clients.steal",
    declared: { ...declared, foreign },
    tried: reached,
  });
};

test.for([
  undefined,
  {},
  { access: "societe", permission: "reglages" },
  { access: "societe", foreign: "OWN" },
  { access: "societe", permission: null, foreign: "OWN" },
  { access: "societe", permission: "patron", foreign: "OWN" },
  { access: "anybody", foreign: "OWN" },
  { access: "public", foreign: "EVERYTHING" },
])("a procedure that declares %o fails the suite", (meta) => {
  const router = aRouter(meta);
  expect(gapsIn(router, { "clients.steal": tried })).toEqual([
    "clients.steal does not declare access, permission and foreign beside itself",
  ]);
  expect(() => declarationOf(router, "clients.steal")).toThrow();
});

test("a procedure nobody attacks fails the suite, as does an attack on nothing", () => {
  expect(gapsIn(aRouter(declared), {})).toEqual([
    "clients.steal has no case in tests/isolation/cases",
  ]);
  expect(gapsIn({}, { "clients.steal": tried })).toEqual([
    "clients.steal has a case but is no procedure any more",
  ]);
});

test("a procedure that answers everybody is found out by every attack", async () => {
  const findings = await findingsOf({ ...refused, status: 200, text: '{"nom":"Zorglub"}' });
  const held = findings.filter(({ isHeld }) => isHeld).map(({ attack }) => attack);
  expect(held).toEqual(["B's thing against one that does not exist"]);
  expect(findings.length).toBeGreaterThan(8);
});

test("a refusal that tells B's name, or that fails, is found out", async () => {
  const attack = "B's own call";
  const metBy = async (answer: Partial<Answer>) =>
    (await findingsOf({ ...refused, ...answer })).find((one) => one.attack === attack);
  expect(await metBy({})).toMatchObject({ isHeld: true });
  expect(await metBy({ text: "chez zorglub & Fils" })).toMatchObject({ isHeld: false });
  expect(await metBy({ status: 500 })).toMatchObject({ isHeld: false });
});

test("a list that holds something of B is found out, an empty one is not", async () => {
  const metBy = async (text: string) =>
    (await findingsOf({ ...refused, status: 200, text }, "OWN")).find(
      ({ attack }) => attack === "B's name",
    );
  expect(await metBy("[]")).toMatchObject({ isHeld: true });
  expect(await metBy(`["${"b".repeat(32)}"]`)).toMatchObject({
    isHeld: false,
    met: expect.stringContaining("b".repeat(32)),
  });
});

test("a refused call that changes something is found out", async () => {
  let writes = 0;
  const attacker = {
    world: aFakeWorld(() => String(writes)),
    send: async () => {
      writes++;
      return refused;
    },
  };
  const procedure = { path: "clients.steal", declared, tried };
  const findings = await attackProcedure(attacker, procedure);
  const own = findings.find(({ attack }) => attack === "B's own call");
  expect(own).toMatchObject({ isHeld: false, met: expect.stringContaining("changes B") });
});
