import type { ServerBuild } from "@remix-run/node";
import { appRouter } from "#server/api/root";
import { newId } from "#server/id";
import { loadPages } from "../support/a-service.ts";
import { formHeaders, type Person, type StaffedSociete } from "../support/a-staffed-societe.ts";
import { proceduresOf } from "../support/trpc-wire.ts";
import type { World } from "./a-world.ts";
import { cases } from "./cases/cases.ts";
import { declarationOf } from "./declarations.ts";
import { tryRequest } from "./finding.ts";
import { aBrouillon, aClient, anIssuedFacture, aProduit } from "./issue.ts";
import type { Finding } from "./report.ts";

type Page = {
  readonly path: string;
  /** Inside the signed-in frame. */
  readonly isMembers: boolean;
  readonly hasAction: boolean;
  /** Names things of a société. */
  readonly isPersonal: boolean;
};

/** What each parameter of an address names. A page with another one fails the suite until it is said here. */
const things: Readonly<Record<string, (of: StaffedSociete) => Promise<string>>> = {
  clientId: async (of) => (await aClient(of)).clientId,
  produitId: async (of) => (await aProduit(of)).produitId,
  factureId: async (of) => (await anIssuedFacture(of)).factureId,
  brouillonId: async (of) => (await aBrouillon(of)).factureId,
};
const nobodys: Readonly<Record<string, string>> = {
  jeton: "A".repeat(43),
  mailId: newId(),
  /** Only the console names a société, and only its staff enter it. */
  societeId: newId(),
  slug: "n-existe-pas",
  nom: "n-existe-pas",
  /** An offer of the service: its staff alone read it. */
  offre: "n_existe_pas",
  "*": "n/existe/pas",
};

/** Every page of the build: with B's ids, without a session, as data; and every form on the wrong société. */
export async function attackPages(world: World): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const page of pagesOf(await loadPages())) {
    findings.push(...(await attackPage(world, page)));
    if (page.hasAction && !ofCookiesOnly.has(page.path))
      findings.push(...(await attackForms(world, page)));
  }
  return findings;
}

function pagesOf({ routes }: ServerBuild): Page[] {
  const lineage = (id: string | undefined): ServerBuild["routes"][string][] => {
    const route = id === undefined ? undefined : routes[id];
    return route ? [...lineage(route.parentId), route] : [];
  };
  const parents = new Set(Object.values(routes).map((route) => route?.parentId));
  return Object.values(routes).flatMap((route) => {
    if (!route || parents.has(route.id)) return [];
    const line = lineage(route.id);
    const path = `/${line.flatMap((one) => one.path || []).join("/")}`;
    if (isLetterBox(path)) return [];
    const isMembers = line.some(({ id }) => id === "routes/_app");
    const isPersonal = names(path).some((name) => name in things);
    return [{ path, isMembers, isPersonal, hasAction: route.module.action !== undefined }];
  });
}

/** Open to everybody in the demonstration, whose logins are public too; production has no letter box (tests/http). */
const isLetterBox = (path: string) => path.startsWith("/boite-aux-lettres");

/** Light or dark, a language, a banner put away: kept in the browser's own cookies and, the language, in one's account. */
const ofCookiesOnly = new Set(["/apparence", "/langue", "/masquer"]);

const parameter = /:(\w+)\??|\*/g;
const names = (path: string) => [...path.matchAll(parameter)].map((match) => match[1] ?? "*");

/** Only what is not issued yet is edited: its page sends elsewhere otherwise. */
const isEditor = (path: string) => path.startsWith("/factures/") && path.endsWith("/modifier");

async function addressOf(path: string, of: StaffedSociete): Promise<string> {
  const values = new Map<string, string>();
  for (const name of names(path)) {
    const thing = isEditor(path) ? "brouillonId" : name;
    const value = nobodys[name] ?? (await things[thing]?.(of));
    if (value === undefined) throw new Error(`what « ${name} » names in ${path} is not said here`);
    values.set(name, value);
  }
  return path.replace(parameter, (_, name) => values.get(name ?? "*") ?? "");
}

async function attackPage(world: World, { path, isMembers, isPersonal }: Page): Promise<Finding[]> {
  const { a, b } = world;
  const target = `page ${path}`;
  const [own, theirs] = [await addressOf(path, a), await addressOf(path, b)];
  const headers = { cookie: a.staff.admin.cookie };
  const found = [
    { attack: "as A", url: own, init: { headers }, expected: isPersonal ? "200" : null },
    { attack: "no session", url: theirs, expected: isMembers ? "302 or 303" : null },
    { attack: "as A, its data", url: dataOf(own), init: { headers }, expected: null },
    { attack: "no session, its data", url: dataOf(theirs), expected: null },
  ];
  if (isPersonal)
    found.push(
      { attack: "B's id", url: theirs, init: { headers }, expected: "404" },
      { attack: "B's id, its data", url: dataOf(theirs), init: { headers }, expected: null },
    );
  const findings: Finding[] = [];
  for (const one of found) findings.push(await tryRequest(world, { target, ...one }));
  return findings;
}

const dataOf = (url: string) => (url === "/" ? "/_root.data" : `${url}.data`);

/** Every form this page may hold, posted for nobody; those it does hold, for B, and for A with a thing of B's. */
async function attackForms(world: World, { path }: Page): Promise<Finding[]> {
  const { a, b, both } = world;
  const { admin } = a.staff;
  const findings: Finding[] = [];
  const url = await addressOf(path, a);
  for (const procedure of writingProcedures()) {
    const input = (await inputOfB(world, procedure)) as object;
    const post = (attack: string, by: Person, societe: string | null, page = url) =>
      tryRequest(world, {
        target: `form ${procedure} at ${path}`,
        attack,
        url: page,
        init: {
          method: "POST",
          headers: formHeaders(by.cookie),
          body: formOf(procedure, societe, input),
        },
        expected: refusals,
        knowsB: by === both,
      });
    const first = await post("for no société, its data", admin, null, dataOf(url));
    findings.push(first);
    if (/^40[05]/.test(first.met)) continue;
    findings.push(await post("for no société", admin, null));
    findings.push(await post("for B, by a member of both", both, b.id));
    if (declarationOf(procedures, procedure).foreign === "NOT_FOUND")
      findings.push(await post("with B's thing", admin, a.id));
  }
  return findings;
}

/** Made once for all pages: what is refused consumes nothing. */
const inputs = new Map<string, unknown>();

async function inputOfB(world: World, procedure: string): Promise<unknown> {
  const input = inputs.get(procedure) ?? (await cases[procedure]?.own(world.b, world)) ?? {};
  inputs.set(procedure, input);
  return input;
}

const procedures = proceduresOf(appRouter);
const writingProcedures = () =>
  Object.keys(procedures).filter(
    (path) =>
      procedures[path]?._def.type === "mutation" &&
      declarationOf(procedures, path).access === "societe",
  );

/** Unknown to the page, unreadable, of somebody else, or of another société. */
const refusals = "400 or 404 or 405 or 409 or 422";

function formOf(procedure: string, societe: string | null, input: object): string {
  const form = new URLSearchParams({ _procedure: procedure });
  if (societe !== null) form.set("_societe", societe);
  for (const [name, value] of fieldsOf(input)) form.set(name, value);
  return form.toString();
}

/** `client.nom` comes under both names: pages name their fields either way. */
function fieldsOf(input: object): [string, string][] {
  return Object.entries(input).flatMap(([name, value]): [string, string][] => {
    if (value !== null && typeof value === "object") return fieldsOf(value);
    return [[name, String(value ?? "")]];
  });
}
