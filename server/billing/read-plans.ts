import { getTableColumns } from "drizzle-orm";
import { type Plan, plans } from "#db/control/schema/plans";
import type { ControlDb, ControlTx } from "#server/tenancy/control";
import { fixedQuery } from "#server/tenancy/fixed-statement";

/** Each plan as an object whose keys are those of `Plan`. */
const pairs = Object.entries(getTableColumns(plans)).map(
  ([key, { name, dataType }]) =>
    `'${key}', ${dataType === "json" ? `json("${name}")` : `"${name}"`}`,
);

/** All plans in one row: read at each registration, change of terms, and page that shows a price. */
const readText = fixedQuery<{ text: string }>(
  `SELECT json_group_array(json_object(${pairs}) ORDER BY "rank") AS text FROM plans`,
);

let known: { readonly text: string; readonly plans: readonly Plan[] } = { text: "[]", plans: [] };

/** Every plan, archived ones included, by rank; made anew only when one of them changed. */
export async function readPlans(db: ControlDb | ControlTx): Promise<readonly Plan[]> {
  const [row] = await readText(db);
  const text = row?.text ?? "[]";
  if (text !== known.text) known = { text, plans: JSON.parse(text) as Plan[] };
  return known.plans;
}
