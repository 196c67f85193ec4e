import { sql } from "drizzle-orm";
import { acheteurJson } from "#server/clients/acheteur-json";
import { yearOf } from "#server/domain/calendar";
import type { CalendarDay } from "#server/domain/calendar-day";
import type { Acheteur, Emetteur, Marque } from "#server/domain/emetteur";
import type { FactureType } from "#server/domain/facture";
import type { Terms } from "#server/domain/quota";
import { Refusal } from "#server/domain/refusal";
import { emetteurJson, marqueJson } from "#server/societe/emetteur-view";
import { fixedQuery, textOf } from "#server/tenancy/fixed-statement";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";
import type { Counter } from "./draw-number.ts";

export type IssueContext = {
  readonly emetteur: Emetteur;
  readonly marque: Marque;
  /** Null while no client is chosen. */
  readonly acheteur: Acheteur | null;
  readonly counter: Counter;
  /** What was bought; null: no limit. */
  readonly terms: Terms | null;
};

type Asked = {
  readonly serie: FactureType;
  readonly today: CalendarDay;
  readonly clientId: string | null;
};

type Row = { readonly [K in keyof IssueContext]: string | null };

/** Of a client, in an exercice, for a serie. */
const contextOf = fixedQuery<Row>(
  textOf(sql`
    SELECT ${emetteurJson} AS emetteur, ${marqueJson} AS marque, ${acheteurJson(sql`?`)} AS acheteur,
      (SELECT json_object('serie', code, 'pattern', pattern, 'reset', reset,
        'dernier', (SELECT dernier FROM compteurs WHERE serie = code AND exercice = iif(reset = 'yearly', ?, 0)),
        'lastOn', (SELECT max(dernier_on) FROM compteurs WHERE serie = code))
        FROM series WHERE code = ?) AS counter,
      (SELECT terms FROM entitlements ORDER BY version DESC LIMIT 1) AS terms`),
);

/**
 * What issuing needs to know beside the sheet: who sells, who buys, which number comes next, what may still be issued. One
 * statement, since an issue costs about as much as the statements it makes.
 *
 * @throws Refusal CLIENT_NOT_FOUND
 */
export async function loadIssueContext(
  db: TenantDb | TenantTx,
  { serie, today, clientId }: Asked,
): Promise<IssueContext> {
  const [row] = await contextOf(db, [clientId, yearOf(today), serie]);
  if (!row || (clientId !== null && row.acheteur === null)) throw new Refusal("CLIENT_NOT_FOUND");
  return {
    emetteur: parse<Emetteur>(row.emetteur),
    marque: parse<Marque>(row.marque),
    acheteur: parse<Acheteur | null>(row.acheteur),
    counter: parse<Counter>(row.counter),
    terms: parse<Terms | null>(row.terms),
  };
}

const parse = <T>(json: string | null): T => JSON.parse(json ?? "null") as T;
