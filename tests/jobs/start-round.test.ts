import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { releves } from "#db/control/schema/releves";
import { societes } from "#db/control/schema/societes";
import { taches } from "#db/tenant/schema/taches";
import { findArchive } from "#server/archives/find-archive";
import { createArchive } from "#server/documents/archive";
import type { Renderer } from "#server/documents/create-renderer";
import { newId } from "#server/id";
import { createRenderJobs } from "#server/jobs/create-render-jobs";
import { createStartRound } from "#server/jobs/create-start-round";
import { createControl } from "#server/tenancy/create-control";
import { createTenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";
import { aService, aSociete } from "../support/a-societe.ts";

/** Who was looked at, in order. */
async function aRound(service: Awaited<ReturnType<typeof aService>>) {
  const looked: string[] = [];
  const noted: string[] = [];
  const round = createStartRound({
    control: service.control,
    renderJobs: { look: (id) => void looked.push(id) },
    entitlementJobs: { noteIssue: (id) => void noted.push(id) },
  });
  return { round, looked, noted };
}

async function manySocietes({ control }: Awaited<ReturnType<typeof aService>>, count: number) {
  const ids = Array.from({ length: count }, () => newId()).sort();
  await control.write(async (tx) => {
    for (const [i, id] of ids.entries()) {
      const nom = `Société ${i}`;
      await tx.insert(societes).values({ id, slug: `s-${i}`, nom, status: "active", createdAt: i });
      // Seen in an order of its own; the first ones were never measured.
      if (i < 10) continue;
      await tx.insert(releves).values({
        ...{ societeId: id, nomKey: nom, search: nom, siren: "", offre: "gratuit", planNom: "" },
        ...{
          etat: "gratuit" as const,
          factures: 0,
          limite: 5,
          usage: 0,
          mrrHt: 0,
          utilisateurs: 1,
        },
        ...{ activiteAt: (i * 7) % count, octets: 0, sante: "saine" as const, measuredAt: 0 },
      });
    }
  });
  return ids;
}

test("after a start every société is looked at once, those seen last first", async () => {
  const service = await aService();
  const ids = await manySocietes(service, 420);
  await service.control.write((tx) =>
    tx
      .update(societes)
      .set({ status: "maintenance" })
      .where(eq(societes.id, ids[3] ?? "")),
  );
  const { round, looked, noted } = await aRound(service);
  await round.hurry();
  expect(looked.length).toBe(419);
  expect(new Set(looked)).toEqual(new Set(ids.filter((_, i) => i !== 3)));
  expect(noted).toEqual(looked);
  const seenAt = new Map(ids.map((id, i) => [id, i < 10 ? -1 : (i * 7) % 420]));
  const first = looked.slice(0, 200).map((id) => seenAt.get(id) ?? -1);
  expect(first).toEqual([...first].sort((a, b) => b - a));
  expect(first[0]).toBe(413);
});

test("the round goes a few a second, and a stop does not wait for it", async () => {
  const service = await aService();
  await manySocietes(service, 50);
  const { round, looked } = await aRound(service);
  round.start();
  await expect.poll(() => looked.length).toBe(1);
  await round.close();
  expect(looked.length).toBe(1);
});

const pdf = new TextEncoder().encode("%PDF-1.7");

/** The service of a data directory started again, without the pages. */
async function restarted(dataDir: string, clock: Parameters<typeof createRenderJobs>[0]["clock"]) {
  const control = await createControl(dataDir);
  const tenancy = await createTenancy({ dataDir, control });
  const renderer = { render: async () => pdf } as Partial<Renderer> as Renderer;
  const archive = createArchive(dataDir);
  const renderJobs = createRenderJobs({ tenancy, renderer, archive, clock, parallel: 2 });
  const entitlementJobs = { noteIssue: () => {} };
  const round = createStartRound({ control, renderJobs, entitlementJobs });
  const close = async () => {
    await round.close();
    await renderJobs.close();
    await tenancy.close();
    await control.close();
  };
  return { control, tenancy, round, renderJobs, close };
}

test("a document issued just before a stop is drawn after the start, though nobody asks for it", async () => {
  const societe = await aSociete();
  const { factureId } = await societe.anIssued();
  await societe.tenancy.close();
  await societe.control.close();

  const again = await restarted(societe.dataDir, societe.clock);
  const tenant = again.tenancy.openTenant(societe.societeId);
  expect(await findArchive(tenant, factureId)).toBeNull();
  again.round.start();
  await expect.poll(() => findArchive(tenant, factureId)).not.toBeNull();
  expect(await tenant.read((db) => db.$count(taches))).toBe(0);
  await again.close();
});

test("a document that could not be drawn before a stop waits for its time, then is drawn", async () => {
  const societe = await aSociete();
  const { factureId } = await societe.anIssued();
  const { at } = societe.clock();
  await societe.tenant.write((tx) => tx.update(taches).set({ attempts: 1, nextAt: at + 4_000 }));
  const tries: SocieteId[] = [];
  const renderer = { render: async () => pdf } as Partial<Renderer> as Renderer;
  const jobs = createRenderJobs({
    ...{ renderer, archive: createArchive(societe.dataDir), clock: societe.clock, parallel: 2 },
    tenancy: {
      openTenant(id) {
        tries.push(id);
        return societe.tenancy.openTenant(id);
      },
    },
  });
  jobs.look(societe.societeId);
  await jobs.settled();
  expect(await findArchive(societe.tenant, factureId)).toBeNull();
  expect(tries.length).toBe(1);
  societe.wait(4_000);
  jobs.look(societe.societeId);
  await jobs.settled();
  expect(await findArchive(societe.tenant, factureId)).not.toBeNull();
  await jobs.close();
});
