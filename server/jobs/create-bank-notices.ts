import { and, eq, gte } from "drizzle-orm";
import { journal } from "#db/tenant/schema/journal";
import { origines } from "#db/tenant/schema/origines";
import type { Clock } from "#server/clock";
import { deviceOf } from "#server/domain/device-of";
import { log } from "#server/log";
import { mailAdmins } from "#server/mail/mail-admins";
import type { MailBrand } from "#server/mail/render-mail";
import { bankChanged } from "#server/mail/templates/bank-changed";
import { accentOf } from "#server/marque/accent-of";
import type { Control } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";

type Doors = {
  readonly control: Control;
  readonly tenancy: Pick<Tenancy, "openTenant">;
  readonly mail: { wake(): void };
  readonly clock: Clock;
  readonly appOrigin: string;
};

export type BankNotices = ReturnType<typeof createBankNotices>;

/** Every night looks this far back: what a stop between the change and its mails left untold. */
const lookBackMs = 3 * 86_400_000;

/**
 * Tells every administrator that the bank account of their société changed. Read from the journal, since the change is
 * committed in the société's own database and the mails in another: told again, a change is no second mail.
 */
export function createBankNotices({ control, tenancy, mail, clock, appOrigin }: Doors) {
  async function tellAll(societeId: SocieteId): Promise<void> {
    const tenant = tenancy.openTenant(societeId);
    const changes = await recentChanges(tenant, clock().at - lookBackMs);
    if (changes.length === 0) return;
    const accent = await accentOf(tenancy, societeId);
    await control.write(async (tx) => {
      for (const { id, at, by, from, payload } of changes) {
        const content = (brand: MailBrand) =>
          bankChanged({ appOrigin, brand, ...payload, by, at, from });
        await mailAdmins(tx, { societeId, content, accent, at, key: `banque:${societeId}:${id}` });
      }
    });
    mail.wake();
  }

  return {
    /** Never fails: the account is already changed, and the night tells what could not be told now. */
    async tell(societeId: SocieteId): Promise<void> {
      await tellAll(societeId).catch((err: unknown) =>
        log.error({ societeId, err }, "administrators not told of the bank account"),
      );
    },
  };
}

type Account = { readonly iban: string; readonly bic: string };
type Payload = { readonly before: Account; readonly after: Account };

async function recentChanges(tenant: Tenant, since: number) {
  const isRecent = and(eq(journal.kind, "banque.changed"), gte(journal.at, since));
  const rows = await tenant.read((db) =>
    db
      .select({
        id: journal.id,
        at: journal.at,
        by: journal.actorNom,
        payload: journal.payload,
        ip: origines.ip,
        agent: origines.agent,
      })
      .from(journal)
      .leftJoin(origines, eq(origines.id, journal.origine))
      .where(isRecent)
      .orderBy(journal.id),
  );
  return rows.map(({ payload, ip, agent, ...row }) => ({
    ...row,
    payload: JSON.parse(payload) as Payload,
    from: ip === null ? null : placeOf(ip, agent ?? ""),
  }));
}

/** « Firefox sur Windows, 192.0.2.1 ». */
function placeOf(ip: string, agent: string): string {
  const { browser, system } = deviceOf(agent);
  const device = [browser, system].filter(Boolean).join(" sur ");
  return [device, ip].filter(Boolean).join(", ");
}
