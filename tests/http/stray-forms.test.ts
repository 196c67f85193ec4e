import { afterAll, beforeAll, expect, test } from "vitest";
import { clients } from "#db/tenant/schema/clients";
import { aService, hasPages, type Service } from "../support/a-service.ts";
import { aColleague, aStaffedSociete, formHeaders } from "../support/a-staffed-societe.ts";
import { callProcedure } from "../support/trpc-wire.ts";

let service: Service;
beforeAll(async () => {
  service = await aService();
});
afterAll(() => service?.close());

const post = (cookie: string, societe: string) =>
  service.request("/clients/nouveau", {
    method: "POST",
    body: new URLSearchParams({
      _procedure: "clients.create",
      _societe: societe,
      type: "professionnel",
      nom: "Client égaré",
      "address.country": "FR",
    }),
    headers: formHeaders(cookie),
    redirect: "manual",
  });

const textOf = async (answer: Response) =>
  (await answer.text())
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

const countClients = (id: Parameters<Service["doors"]["tenancy"]["openTenant"]>[0]) =>
  service.doors.tenancy.openTenant(id).read((db) => db.$count(clients));

test.skipIf(!hasPages)(
  "a form of a tab left on another société is refused by a page that names both and leads to either",
  async () => {
    const [first, second] = [
      await aStaffedSociete(service, "Lenoir"),
      await aStaffedSociete(service, "Martin"),
    ];
    const nadia = await aColleague(service, {
      mark: "Nadia",
      as: "admin",
      societes: [first.id, second.id],
    });
    const choice = { path: "auth.chooseSociete", input: { societeId: second.id } };
    await callProcedure(service, { ...choice, cookie: nadia.cookie });
    await (await service.request("/connexion")).text(); // the pages are loaded: what follows is the answer's own time
    const before = Date.now();
    const answer = await post(nadia.cookie, first.id);
    expect(answer.status).toBe(409);
    expect(Date.now() - before).toBeLessThan(4_000);
    const text = await textOf(answer);
    expect(text).toContain("Cet onglet est resté sur Lenoir &amp; Fils");
    expect(text).toContain("vous travaillez maintenant dans Martin &amp; Fils");
    expect(text).toContain("Continuer dans Martin &amp; Fils");
    expect(text).toContain("Revenir à Lenoir &amp; Fils");
    expect([await countClients(first.id), await countClients(second.id)]).toEqual([0, 0]);
  },
);

test.skipIf(!hasPages)("a société one is no member of is not named", async () => {
  const [mine, theirs] = [
    await aStaffedSociete(service, "Durand"),
    await aStaffedSociete(service, "Secret"),
  ];
  const answer = await post(mine.staff.admin.cookie, theirs.id);
  expect(answer.status).toBe(409);
  const html = await answer.text();
  expect(html).not.toContain("Secret");
  expect(html).toContain("Continuer dans");
});

test.skipIf(!hasPages)(
  "a form sent after the session has ended says how to send it again",
  async () => {
    const societe = await aStaffedSociete(service, "Petit");
    const { cookie } = societe.staff.admin;
    await callProcedure(service, { path: "auth.logout", cookie });
    const answer = await post(cookie, societe.id);
    expect(answer.status).toBe(401);
    const text = await textOf(answer);
    expect(text).toContain("Votre session est terminée");
    expect(text).toContain("rechargez cette page");
    expect(await countClients(societe.id)).toBe(0);
  },
);
