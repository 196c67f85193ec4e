import { hasPages } from "../support/a-service.ts";
import type { StaffedSociete } from "../support/a-staffed-societe.ts";
import { headersOf } from "../support/trpc-wire.ts";
import type { World } from "./a-world.ts";
import { verdict } from "./finding.ts";
import type { Finding } from "./report.ts";
import { tracesIn, tracesOf } from "./traces-of.ts";

const rounds = 6;

const input = encodeURIComponent(JSON.stringify({ json: {} }));
const addresses = ({ id }: StaffedSociete): Readonly<Record<string, string>> => ({
  "societe.get": "/api/trpc/societe.get",
  "clients.list": `/api/trpc/clients.list?input=${input}`,
  "/factures.csv": `/factures.csv?societe=${id}`,
  "/marque/style.css": "/marque/style.css",
  "/marque/logo.png": "/marque/logo.png",
  ...(hasPages && {
    "page /factures": "/factures?vue=toutes",
    "page /clients": "/clients",
    "data of /reglages/marque": "/reglages/marque.data",
    "page /tableau-de-bord": "/tableau-de-bord",
  }),
});

/**
 * The same addresses asked by both sociétés at the same moment, over and over: whatever is kept between two requests
 * (brand, prefetched answers, rendered rows, statements) would be given to the wrong one.
 */
export async function attackTogether(world: World): Promise<Finding[]> {
  const { a, b } = world;
  const strangers = new Map([
    [a, tracesOf(b, await world.contentOfB.rows())],
    [b, tracesOf(a, await world.contentOfA.rows())],
  ]);
  const findings: Finding[] = [];
  for (const name of Object.keys(addresses(a))) {
    const asked = Array.from({ length: rounds }, () => [a, b] as const).flat();
    const answers = await Promise.all(asked.map((of) => ask(world, of, name)));
    const faults = answers.flatMap(({ of, status, text }) => [
      ...(status === 200 ? [] : [`${status} to ${of.mark}`]),
      ...tracesIn(text, "", strangers.get(of) ?? new Set()).map(
        (trace) => `${trace} to ${of.mark}`,
      ),
    ]);
    const fault = [...new Set([...faults, ...mixedUp(answers)])].join(", ") || null;
    findings.push(verdict(name, "asked by both at once", "each its own", fault));
  }
  return findings;
}

type Asked = { readonly of: StaffedSociete; readonly status: number; readonly text: string };

async function ask({ service }: World, of: StaffedSociete, name: string): Promise<Asked> {
  const headers = headersOf({ cookie: of.staff.admin.cookie, societe: of.id });
  const answer = await service.request(addresses(of)[name] ?? "", { headers, redirect: "manual" });
  const body = Buffer.from(await answer.arrayBuffer()).toString("latin1");
  const disposition = answer.headers.get("content-disposition") ?? "";
  return { of, status: answer.status, text: `${disposition}\n${body}` };
}

/** Colours and pictures bear no name: those of one are merely not those of the other. */
function mixedUp(answers: readonly Asked[]): string[] {
  const [first] = answers;
  const toldTo = (isFirst: boolean) =>
    answers
      .filter(({ of }) => (of === first?.of) === isFirst)
      .map(({ text }) => text.replace(/nonce="[^"]*"/g, ""));
  const others = new Set(toldTo(false));
  if (others.size === 0) return ["only one was answered"];
  return toldTo(true).some((text) => others.has(text)) ? ["the same answer to both"] : [];
}
