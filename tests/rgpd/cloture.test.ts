import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "#db/control/schema/audit";
import { outbox } from "#db/control/schema/outbox";
import { journal } from "#db/tenant/schema/journal";
import { destroySociete } from "#server/cloture/destroy-societe";
import { furnish } from "../isolation/furnish.ts";
import { anIssuedFacture } from "../isolation/issue.ts";
import { aService, type Service } from "../support/a-service.ts";
import {
  aStaffedSociete,
  type StaffedSociete,
  testPassword,
} from "../support/a-staffed-societe.ts";
import { callProcedure } from "../support/trpc-wire.ts";

let service: Service;
let societe: StaffedSociete;
beforeAll(async () => {
  service = await aService();
  societe = await aStaffedSociete(service, "Cloture");
  await furnish(societe);
});
afterAll(() => service.close());

const call = (path: string, input: unknown, cookie = societe.staff.admin.cookie) =>
  callProcedure(service, { path, input, cookie, societe: societe.id });

const zip = (as: keyof StaffedSociete["staff"] = "admin") =>
  service.request(`/reglages/donnees/export.zip?societe=${societe.id}`, {
    headers: { cookie: societe.staff[as].cookie },
  });

test("the export carries every register, the journal and both files of each document", async () => {
  const { number } = await anIssuedFacture(societe);
  const answer = await zip();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/zip");
  const files = unzipped(Buffer.from(await answer.arrayBuffer()));
  expect([...files.keys()].slice(0, 5)).toEqual([
    "factures.csv",
    "clients.csv",
    "produits.csv",
    "reglements.csv",
    "journal.jsonl",
  ]);
  expect(files.get("factures.csv")?.toString()).toContain(number);
  expect(files.get("clients.csv")?.toString()).toContain(societe.mark);
  expect(files.get(`factures/${number}.xml`)?.toString()).toContain(number);
  expect(files.get(`factures/${number}.pdf`)?.subarray(0, 5).toString()).toBe("%PDF-");
  const lines = files.get("journal.jsonl")?.toString().trim().split("\n") ?? [];
  const kinds = lines.map((line) => (JSON.parse(line) as { kind: string }).kind);
  expect(kinds).toContain("facture.issued");
  expect(files.has("PDF-MANQUANTS.txt")).toBe(false);
});

test("one export at a time, free again when the browser leaves, and for administrators only", async () => {
  const first = await zip();
  expect((await zip()).status).toBe(429);
  await first.body?.cancel();
  const again = await zip();
  expect(again.status).toBe(200);
  await again.arrayBuffer();
  for (const as of ["employe", "comptable", "complet"] as const)
    expect((await zip(as)).status).toBe(403);
});

test("a deletion asks for the very name and the password again", async () => {
  const wrongName = await call("cloture.request", { nom: "Autre", current_password: testPassword });
  expect(wrongName.status).toBe(422);
  expect(wrongName.text).toContain("NAME_DIFFERENT");
  const wrongPassword = await call("cloture.request", {
    nom: societe.nom,
    current_password: "non",
  });
  expect(wrongPassword.text).toContain("PASSWORD_WRONG");
  expect(await societe.call("cloture.get")).toMatchObject({ asked: null });
});

test("a société whose deletion is asked is read and exported, and changes no more", async () => {
  const { factureId } = await anIssuedFacture(societe);
  const draft = (await societe.call("factures.duplicate", { factureId })) as { factureId: string };
  const asked = await call("cloture.request", {
    nom: societe.nom,
    current_password: testPassword,
  });
  expect(asked.status).toBe(200);
  const { deletionAt } = asked.data as { deletionAt: number };
  expect(deletionAt - service.doors.clock().at).toBe(30 * 86_400_000);

  const refused = [
    await call("factures.discard", { factureId: draft.factureId }),
    await call("factures.duplicate", { factureId }),
    await call("factures.duplicate", { factureId }, societe.staff.employe.cookie),
    await call("cloture.request", { nom: societe.nom, current_password: testPassword }),
  ];
  for (const { status, text } of refused) {
    expect(status).toBe(403);
    expect(text).toContain("SOCIETE_CLOSING");
  }
  expect((await call("factures.get", { factureId }, societe.staff.employe.cookie)).status).toBe(
    200,
  );
  expect(await societe.call("abonnement.usage", undefined, "employe")).toMatchObject({
    access: "read_only",
    notices: [{ kind: "suppression", on: deletionAt }],
  });
  const answer = await zip();
  expect(answer.status).toBe(200);
  await answer.arrayBuffer();
});

test("every administrator is told, and it is written down on both sides", async () => {
  const { control, tenancy } = service.doors;
  const told = await control.read((db) =>
    db.select().from(outbox).where(eq(outbox.societeId, societe.id)),
  );
  expect(
    told.filter(({ subject }) => subject.includes("sera supprimée")).map(({ to }) => to),
  ).toEqual([societe.staff.admin.email]);
  const lines = await control.read((db) =>
    db.select().from(audit).where(eq(audit.action, "societe.deletion_asked")),
  );
  expect(lines).toMatchObject([{ societeId: societe.id, userId: societe.staff.admin.userId }]);
  const kinds = await tenancy
    .openTenant(societe.id)
    .read((db) => db.select({ kind: journal.kind }).from(journal));
  expect(kinds.map(({ kind }) => kind)).toContain("societe.deletion_asked");
});

test("taken back, everything is as before; taken back twice, it says so", async () => {
  expect((await call("cloture.cancel", undefined, societe.staff.employe.cookie)).status).toBe(403);
  expect(await societe.call("cloture.cancel")).toEqual({ isSubscriptionOver: false });
  expect((await call("cloture.cancel", undefined)).text).toContain("CLOTURE_NOT_ASKED");
  expect(await societe.call("abonnement.usage")).toMatchObject({ access: "full" });
  expect(await anIssuedFacture(societe)).toBeTruthy();
});

test.each(["marked", "archives", "files"] as const)(
  "stopped once %s, a destruction goes on and leaves nothing but its certificate",
  async (stop) => {
    const gone = await aStaffedSociete(service, `Gone${stop}`);
    await gone.call("cloture.request", { nom: gone.nom, current_password: testPassword });
    const { doors } = service;
    const stopping = {
      ...doors,
      onStep: (step: string) => {
        if (step === stop) throw new Error("stopped");
      },
    };
    await expect(destroySociete(stopping, gone.id)).rejects.toThrow("stopped");
    await doors.destructions.run();
    expect((await doors.tenancy.retire(gone.id)).files).toEqual([]);
    const { lines, told } = await doors.control.read(async (db) => ({
      lines: await db.select().from(audit).where(eq(audit.societeId, gone.id)),
      told: await db
        .select()
        .from(outbox)
        .where(eq(outbox.key, `cloture:${gone.id}`)),
    }));
    const certificate = lines.find(({ action }) => action === "societe.destroyed");
    expect(certificate?.details).toMatchObject({ clients: 0, files: expect.any(Number) });
    expect(told).toMatchObject([{ to: gone.staff.admin.email }]);
    expect(told[0]?.text).toContain(String(certificate?.details["rootSha256"]));
    expect(
      (
        await callProcedure(service, {
          path: "cloture.get",
          cookie: gone.staff.admin.cookie,
          societe: gone.id,
        })
      ).status,
    ).toBe(403);
  },
);

/** Files of an archive, stored as they are: read from its central directory. */
function unzipped(bytes: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = bytes.readUInt32LE(end + 16);
  for (let rest = bytes.readUInt16LE(end + 10); rest > 0; rest--) {
    const size = bytes.readUInt32LE(at + 20);
    const [named, more, told] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.subarray(at + 46, at + 46 + (named ?? 0)).toString();
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    files.set(name, bytes.subarray(start, start + size));
    at += 46 + (named ?? 0) + (more ?? 0) + (told ?? 0);
  }
  return files;
}
