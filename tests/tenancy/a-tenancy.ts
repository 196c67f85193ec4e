import { eq } from "drizzle-orm";
import { onTestFinished } from "vitest";
import { users } from "#db/control/schema/users";
import type { Control } from "#server/tenancy/control";
import { createControl } from "#server/tenancy/create-control";
import { createTenancy, type Tenancy, type TenancyOptions } from "#server/tenancy/create-tenancy";
import { aRegistration, at } from "./a-registration.ts";

/** The control database and the sociétés of `dataDir`, as the service opens them. */
export async function aTenancy(dataDir: string, options: Partial<TenancyOptions> = {}) {
  const control = await createControl(dataDir);
  const tenancy = await createTenancy({ dataDir, control, clock: () => at, ...options });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= tenancy.close().then(() => control.close());
    return closed;
  };
  onTestFinished(close);
  return { dataDir, control, tenancy, close };
}

let made = 0;

export async function aSociete(tenancy: Tenancy) {
  made++;
  const { societeId } = await tenancy.provision(
    aRegistration(`user${made}@example.fr`, `Société ${made}`),
  );
  return tenancy.openTenant(societeId);
}

export const findUser = (control: Control, email: string) =>
  control.read(async (db) => {
    const [user] = await db.select().from(users).where(eq(users.email, email));
    return user;
  });
