import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "#db/control/schema/audit";
import { aService, type Service } from "../support/a-service.ts";
import {
  aColleague,
  aStaffedSociete,
  logIn,
  type StaffedSociete,
  testPassword,
} from "../support/a-staffed-societe.ts";
import { callProcedure } from "../support/trpc-wire.ts";

let service: Service;
let societe: StaffedSociete;

beforeAll(async () => {
  service = await aService();
  societe = await aStaffedSociete(service, "Registre");
});
afterAll(() => service?.close());

const grantTo = async (cookie: string, password = testPassword) => {
  const input = { current_password: password };
  const answer = await callProcedure(service, { path: "compte.grantData", input, cookie });
  return { answer, grant: (answer.data as { grant?: string } | undefined)?.grant ?? "" };
};
const take = (grant: string, cookie: string | null, headers = {}) =>
  service.request(`/compte/donnees.json?accord=${encodeURIComponent(grant)}`, {
    headers: { ...(cookie && { cookie }), ...headers },
    redirect: "manual",
  });

test("a person takes away what is kept of them, and nothing of their colleagues", async () => {
  const { admin, employe } = societe.staff;
  await societe.call("clients.create", {
    type: "professionnel",
    nom: "Registre Client",
    siren: "404833048",
    address: { line1: "1 rue", line2: "", zip: "75001", city: "Paris", country: "FR" },
  });
  const { grant } = await grantTo(admin.cookie);
  const answer = await take(grant, admin.cookie);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="Mes-donnees-/);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  const text = await answer.text();
  const data = JSON.parse(text);
  expect(data.compte).toMatchObject({ identifiant: admin.username, email: admin.email });
  expect(data.societes).toMatchObject([{ nom: societe.nom, role: "admin" }]);
  expect(data.sessions).toContainEqual(expect.objectContaining({ est_celle_ci: true }));
  expect(data.actes.map(({ acte }: { acte: string }) => acte)).toContain("societe.registered");
  expect(data.courriels_recus[0].texte).toContain("(lien secret)");
  const [journal] = data.journaux;
  expect(journal).toMatchObject({ societe: societe.nom, complet: true });
  expect(Object.keys(journal.lignes[0])).toEqual(["id", "le", "acte"]);
  expect(journal.lignes.map(({ acte }: { acte: string }) => acte)).toContain("client.created");
  expect(text).not.toContain("Registre Client");
  expect(text).not.toContain(employe.email);
  expect(text).not.toMatch(/argon2|password|[?&]jeton=|JETONTIRE/i);

  const lines = await service.doors.control.read((db) =>
    db.select().from(audit).where(eq(audit.userId, admin.userId)),
  );
  expect(lines.filter(({ action }) => action === "user.data_exported")).toHaveLength(1);
});

test("who is in no société has a file that reads as well", async () => {
  const person = await aColleague(service, { mark: "Registre", as: "comptable", societes: [] });
  const { grant } = await grantTo(person.cookie);
  const data = JSON.parse(await (await take(grant, person.cookie)).text());
  expect(data).toMatchObject({
    compte: { identifiant: person.username },
    societes: [],
    journaux: [],
  });
});

test("without the password, under another session or from another site, nothing leaves", async () => {
  const { admin, employe } = societe.staff;
  const wrong = await grantTo(admin.cookie, "pas-le-bon-mot-de-passe");
  expect(wrong.answer).toMatchObject({ status: 422, refusal: "PASSWORD_WRONG" });
  expect((await take("", admin.cookie)).status).toBe(403);
  expect((await take("k1.AAAA.AAAA", admin.cookie)).status).toBe(403);
  const { grant } = await grantTo(admin.cookie);
  expect((await take(grant, employe.cookie)).status).toBe(403);
  expect((await take(grant, await logIn(service, admin.username))).status).toBe(403);
  expect((await take(grant, null)).status).toBe(303);
  expect((await take(grant, admin.cookie, { "sec-fetch-site": "cross-site" })).status).toBe(403);
});
