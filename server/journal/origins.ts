import { randomBytes } from "node:crypto";
import { and, eq, lt } from "drizzle-orm";
import { type Origine, origines } from "#db/tenant/schema/origines";
import type { SocieteId, Tenant, TenantTx } from "#server/tenancy/tenant";
import { sha256 } from "./journal-hash.ts";

/** From where somebody acts. */
export type Origin = {
  readonly ip: string;
  /** User-Agent, as sent. */
  readonly agent: string;
};

const day = 86_400_000;
/** How long addresses and devices are kept: the upper bound the CNIL advises for logs (deliberation 2021-122). */
const keptMs = 365 * day;

/** Rows known to be committed: a write from the same place costs no statement more. */
const known = new Map<string, string>();
const mostKnown = 20_000;

const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);
const keyOf = (societeId: SocieteId, { ip, agent }: Origin, at: number): string =>
  [societeId, monthOf(at), ip, agent].join("\n");

/** What the lines of the journal chain instead of the address itself. */
export const originHash = ({ mois, ip, agent, sel }: Omit<Origine, "id">): string =>
  sha256(JSON.stringify([1, mois, ip, agent, sel]));

type Place = {
  readonly societeId: SocieteId;
  readonly origin: Origin;
  /** UTC milliseconds. */
  readonly at: number;
};

/** The id of this origin's row, written now unless it is there. Once committed, tell `rememberOrigin`. */
export async function keepOrigin(tx: TenantTx, { societeId, origin, at }: Place): Promise<string> {
  const found = known.get(keyOf(societeId, origin, at));
  if (found !== undefined) return found;
  const mois = monthOf(at);
  const { ip, agent } = origin;
  const isSame = and(eq(origines.mois, mois), eq(origines.ip, ip), eq(origines.agent, agent));
  const [kept] = await tx.select({ id: origines.id }).from(origines).where(isSame);
  if (kept) return kept.id;
  const row = { mois, ip, agent, sel: randomBytes(16).toString("hex") };
  const id = originHash(row);
  await tx.insert(origines).values({ id, ...row });
  return id;
}

/** Its row is on disk. */
export function rememberOrigin({ societeId, origin, at }: Place, id: string): void {
  if (known.size >= mostKnown) known.clear();
  known.set(keyOf(societeId, origin, at), id);
}

/** Forgets the addresses of more than a year ago; the lines keep their hash. @param at instant, milliseconds UTC */
export async function forgetOrigins(tenant: Tenant, at: number): Promise<void> {
  const isOld = lt(origines.mois, monthOf(at - keptMs));
  const count = await tenant.read((db) => db.$count(origines, isOld));
  if (count > 0) await tenant.write((tx) => tx.delete(origines).where(isOld));
}
