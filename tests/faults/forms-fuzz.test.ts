import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorld, type World } from "../isolation/a-world.ts";
import { aBrouillon, aClient, anIssuedFacture, aProduit } from "../isolation/issue.ts";
import { hasPages } from "../support/a-service.ts";
import { formHeaders } from "../support/a-staffed-societe.ts";
import { hostileStrings } from "./hostile-values.ts";

const runs = Number(process.env["FUZZ_RUNS"] ?? 100);
const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

let world: World;
beforeAll(async () => {
  console.log(`forms: ${runs} bodies a form, FUZZ_SEED=${seed}`);
  world = await aWorld();
});
afterAll(() => world?.close());

/** Pages with forms, each about something of the société; public ones are asked without a session. */
const pages: readonly (readonly [string, () => Promise<string>])[] = [
  ["/connexion", async () => "/connexion"],
  ["/inscription", async () => "/inscription"],
  ["/mot-de-passe-oublie", async () => "/mot-de-passe-oublie"],
  ["/reinitialiser", async () => `/reinitialiser/${"A".repeat(43)}`],
  ["/clients/nouveau", async () => "/clients/nouveau"],
  ["a client", async () => `/clients/${(await aClient(world.a)).clientId}`],
  ["a client's form", async () => `/clients/${(await aClient(world.a)).clientId}/modifier`],
  ["/produits/nouveau", async () => "/produits/nouveau"],
  ["a produit", async () => `/produits/${(await aProduit(world.a)).produitId}`],
  ["the factures", async () => "/factures"],
  ["a règlement", async () => `${await issued()}?acte=reglement`],
  ["an avoir", async () => `${await issued()}?acte=avoir`],
  ["a brouillon", async () => `/factures/${(await aBrouillon(world.a)).factureId}/modifier`],
  ["the settings", async () => "/reglages/societe"],
];

const issued = async () => `/factures/${(await anIssuedFacture(world.a)).factureId}`;

type Field = readonly [name: string, value: string];
type Form = { readonly action: string; readonly fields: readonly Field[] };

const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&");

/** The forms of a page as a browser without JavaScript would send them. */
function formsOf(html: string, url: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(
    ([, head = "", body = ""]) => {
      const tags = body.match(/<(?:input|textarea|select|button)\b[^>]*>/g) ?? [];
      const fields = tags.flatMap((tag): Field[] => {
        const name = attribute(tag, "name");
        return name === undefined ? [] : [[name, attribute(tag, "value") ?? ""]];
      });
      const isOurs = fields.some(([name]) => name === "_procedure");
      const isLeaving = fields.some(([, value]) => /^auth\.(?:logout|chooseSociete)$/.test(value));
      if (!isOurs || isLeaving) return [];
      return [{ action: attribute(` ${head}`, "action") ?? url, fields }];
    },
  );
}

const changeOf = fc.record({
  kind: fc.constantFrom("keep", "keep", "replace", "replace", "remove", "double"),
  text: fc.oneof(fc.constantFrom(...hostileStrings), fc.string({ unit: "binary", maxLength: 60 })),
});
type Change = { readonly kind: string; readonly text: string };

/** What a field sends: its own value, something hostile, both, or nothing. Ours, which name the form, stay. */
function sentFor([name, value]: Field, { kind, text }: Change): readonly Field[] {
  if (name.startsWith("_") || kind === "keep") return [[name, value]];
  if (kind === "remove") return [];
  return kind === "double"
    ? [
        [name, value],
        [name, text],
      ]
    : [[name, text]];
}

const bodyOf = ({ fields }: Form) =>
  fc.array(changeOf, { minLength: fields.length, maxLength: fields.length }).map((changes) => {
    const sent = fields.flatMap((field, index) =>
      sentFor(field, changes[index] ?? { kind: "keep", text: "" }),
    );
    return new URLSearchParams(sent.map(([name, value]) => [name, value.toWellFormed()]));
  });

const internals = /node_modules|\.js:\d|SQLITE_|drizzle|ZodError|TypeError|RangeError/;
const state = async () => `${await world.contentOfA.hashOfBooks()} ${await world.control.hash()}`;

/** Posts it, and says what is wrong with the answer. */
async function post(form: Form, body: URLSearchParams, cookie: string) {
  const answer = await world.service.request(form.action, {
    method: "POST",
    body,
    headers: formHeaders(cookie),
    redirect: "manual",
  });
  const html = await answer.text();
  const told = `${form.action} ← ${body.toString().slice(0, 1_500)}\n→ ${answer.status}`;
  expect(answer.status, told).toBeLessThan(500);
  expect(internals.test(html.replace(/<script[\s\S]*?<\/script>/g, "")), told).toBe(false);
  return { status: answer.status, html, told };
}

const width = 10;

test.skipIf(!hasPages).for(pages)(
  "the forms of %s refuse what they should, never fail and give back what was typed",
  { timeout: 120_000 + runs * 500 },
  async ([, address]) => {
    const url = await address();
    const isPublic = /^\/(?:connexion|inscription|mot-de-passe|reinit)/.test(url);
    const { cookie } = world.a.staff.admin;
    const page = await world.service.request(url, { headers: isPublic ? {} : { cookie } });
    const forms = formsOf(await page.text(), url);
    expect(forms.length, `no form on ${url}`).toBeGreaterThan(0);
    for (const form of forms) {
      const bodies = fc.sample(bodyOf(form), { numRuns: Math.ceil(runs / forms.length), seed });
      for (let start = 0; start < bodies.length; start += width) {
        const before = await state();
        const sent = bodies.slice(start, start + width);
        const answers = await Promise.all(
          sent.map((body) => post(form, body, isPublic ? "" : cookie)),
        );
        if (answers.every(({ status }) => status >= 400))
          expect(await state(), answers.map(({ told }) => told).join("\n")).toBe(before);
      }
      await expectKept(form, isPublic ? "" : cookie);
    }
  },
);

/** Whatever was typed in a text field comes back with the refusal, passwords aside. */
async function expectKept(form: Form, cookie: string): Promise<void> {
  const mark = "Saisie à garder";
  const body = new URLSearchParams(form.fields.map(([name, value]) => [name, value]));
  const texts = form.fields
    .map(([name]) => name)
    .filter((name) => /^(?:nom|designation|rcs|motif|reference)$/.test(name));
  for (const name of texts) body.set(name, mark);
  for (const wrong of ["siren", "unitPriceHt", "amount", "country", "address.country"])
    if (body.has(wrong)) body.set(wrong, "illisible");
  const { status, html, told } = await post(form, body, cookie);
  if (status === 422 || status === 400)
    for (const name of texts) expect(html.includes(mark), `${told}: ${name} is lost`).toBe(true);
}
