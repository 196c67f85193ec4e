/**
 * Checked by tsc, never run: the wrong handle, or a table of the other database, does not compile.
 */
import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { memberships } from "#db/control/schema/memberships";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import { tenantMark } from "#db/tenant/schema/tenant-mark";
import type { ControlDb, ControlTx } from "#server/tenancy/control";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";

declare const tenantDb: TenantDb;
declare const tenantTx: TenantTx;
declare const controlDb: ControlDb;
declare const controlTx: ControlTx;
declare function readsTenant(db: TenantDb): Promise<void>;
declare function writesTenant(tx: TenantTx): Promise<void>;
declare function readsControl(db: ControlDb): Promise<void>;
declare function writesControl(tx: ControlTx): Promise<void>;

export async function handlesOfTheRightKind() {
  await readsTenant(tenantDb);
  await readsTenant(tenantTx); // a reader runs inside a transaction too
  await writesTenant(tenantTx);
  await readsControl(controlTx);
  await writesControl(controlTx);
}

export async function handlesOfTheWrongKind() {
  // @ts-expect-error a control handle where a tenant's is asked for
  await readsTenant(controlDb);
  // @ts-expect-error and in a transaction
  await writesTenant(controlTx);
  // @ts-expect-error a tenant's handle where control's is asked for
  await readsControl(tenantDb);
  // @ts-expect-error and in a transaction
  await writesControl(tenantTx);
  // @ts-expect-error a read handle cannot stand for a transaction
  await writesTenant(tenantDb);
}

export async function tablesOfTheOtherDatabase() {
  // @ts-expect-error control table through a tenant's handle
  await tenantDb.select().from(users);
  // @ts-expect-error with chosen columns
  await tenantDb.select({ id: users.id }).from(users);
  // @ts-expect-error distinct
  await tenantTx.selectDistinct().from(societes);
  // @ts-expect-error counted
  await tenantDb.$count(memberships);
  // @ts-expect-error inserted
  await tenantTx.insert(users);
  // @ts-expect-error updated
  await tenantTx.update(users);
  // @ts-expect-error deleted
  await tenantTx.delete(users);
  // @ts-expect-error tenant's table through control's handle
  await controlDb.select().from(tenantMark);
  // @ts-expect-error inserted
  await controlTx.insert(tenantMark);
}

export async function readHandlesWriteNothing() {
  // @ts-expect-error a read handle has no insert
  tenantDb.insert(tenantMark);
  // @ts-expect-error nor update
  tenantDb.update(tenantMark);
  // @ts-expect-error nor delete
  tenantDb.delete(tenantMark);
  // @ts-expect-error nor raw statements
  tenantDb.run(sql`DELETE FROM _tenant`);
}

/** drizzle keeps its comfort: rows are typed as they would be without the wrapper. */
export async function ergonomics() {
  const [user] = await controlDb.select().from(users).where(eq(users.id, "x")).limit(1);
  user?.isSuperAdmin satisfies boolean | undefined;
  const rows = await controlDb
    .select({ nom: societes.nom, role: memberships.role })
    .from(memberships)
    .innerJoin(societes, eq(societes.id, memberships.societeId))
    .where(and(eq(memberships.userId, "x"), eq(societes.status, "active")));
  rows satisfies { nom: string; role: "admin" | "employe" | "comptable" }[];
  const other = alias(users, "other");
  const pairs = await controlDb.select({ id: other.id }).from(other);
  pairs satisfies { id: string }[];
  const cte = controlDb.$with("recent").as((qb) => qb.select({ id: users.id }).from(users));
  const recent = await controlDb.with(cte).select().from(cte);
  recent satisfies { id: string }[];
  const counted = await controlDb.$count(users, eq(users.id, "x"));
  counted satisfies number;
  const raw = await controlDb.select({ one: sql<number>`1` }).from(sql`users`);
  raw satisfies { one: number }[];
  const [made] = await controlTx
    .update(users)
    .set({ nom: "Martin" })
    .where(eq(users.id, "x"))
    .returning();
  made?.email satisfies string | undefined;
  const nested = await controlTx.transaction(async (tx) => tx.$count(users));
  nested satisfies number;
}
