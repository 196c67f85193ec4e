import { afterAll, beforeAll, expect, test } from "vitest";
import { aService, hasPages, type Service, serviceOrigin } from "../support/a-service.ts";
import {
  aColleague,
  aStaffedSociete,
  formHeaders,
  testPassword,
} from "../support/a-staffed-societe.ts";

let service: Service;
beforeAll(async () => {
  service = await aService();
});
afterAll(() => service?.close());

const elsewhere = [
  "https://evil.example",
  "https:evil.example",
  "//evil.example",
  "///evil.example",
  "\\\\evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "javascript:alert('evil.example')",
  "data:text/html,evil.example",
  "%2F%2Fevil.example",
  "@evil.example",
];

/** Every address at which a browser could be sent away, whatever the encoding. */
const isElsewhere = (location: string) =>
  new URL(location, serviceOrigin).origin !== new URL(serviceOrigin).origin;

const post = (path: string, body: Record<string, string>, cookie = "") =>
  service.request(path, {
    method: "POST",
    body: new URLSearchParams(body),
    headers: formHeaders(cookie),
    redirect: "manual",
  });

test.skipIf(!hasPages).for(elsewhere)(
  "the log-in page neither repeats nor follows %j",
  async (asked) => {
    const path = `/connexion?suite=${encodeURIComponent(asked)}`;
    const first = await service.request(path);
    expect(first.status).toBe(302);
    expect(first.headers.get("location")).toBe("/connexion");
    const twice = await service.request(`/connexion?suite=/clients&${path.split("?")[1]}`);
    expect(twice.headers.get("location")).toBe("/connexion");
    const page = await (await service.request("/connexion")).text();
    expect(page).not.toContain("evil.example");
    const societe = await ours();
    const login = await post(path, {
      _procedure: "auth.login",
      identifiant: societe.staff.admin.username,
      password: testPassword,
    });
    expect(login.status).toBe(303);
    expect(login.headers.get("location")).toBe("/tableau-de-bord");
  },
);

let societe: ReturnType<typeof aStaffedSociete> | undefined;
const ours = () => {
  societe ??= aStaffedSociete(service, "Vasseur");
  return societe;
};

test.skipIf(!hasPages).for(elsewhere)(
  "the choice of a theme does not lead to %j",
  async (asked) => {
    const answer = await post("/apparence", { theme: "sombre", retour: asked });
    expect(answer.status).toBe(303);
    expect(isElsewhere(answer.headers.get("location") ?? "https://nowhere.example")).toBe(false);
    expect(answer.headers.get("location")).not.toContain("evil");
  },
);

const paths = [
  "//evil.example/",
  "/\\evil.example",
  "//evil.example/factures/",
  "/factures//evil.example",
  "/clients?suite=//evil.example&next=//evil.example&retour=//evil.example",
  `/factures/${"0".repeat(32)}.pdf?suite=//evil.example`,
];

test.skipIf(!hasPages).for(paths)("a stranger asking %j is sent to no other site", async (path) => {
  const answer = await service.request(path);
  const location = answer.headers.get("location");
  if (answer.status < 300 || answer.status >= 400) expect(location).toBeNull();
  else expect(isElsewhere(location ?? "https://nowhere.example"), String(location)).toBe(false);
});

test.skipIf(!hasPages)("a page of ours is gone back to after the log-in", async () => {
  const societe = await ours();
  const asked = await service.request("/clients?q=%C3%A9t%C3%A9");
  const location = asked.headers.get("location") ?? "";
  expect(location).toBe("/connexion?suite=%2Fclients%3Fq%3D%25C3%25A9t%25C3%25A9");
  expect(await (await service.request(location)).text()).toContain("Vous y reviendrez ensuite");
  const login = await post(location, {
    _procedure: "auth.login",
    identifiant: societe.staff.admin.email,
    password: testPassword,
  });
  expect(login.headers.get("location")).toBe("/clients?q=%C3%A9t%C3%A9");
});

test.skipIf(!hasPages)("whoever has several sociétés gets the page asked once chosen", async () => {
  const [first, second] = [await ours(), await aStaffedSociete(service, "Morel")];
  const both = { mark: "Solal", as: "admin", societes: [first.id, second.id] } as const;
  const { username } = await aColleague(service, both);
  const asked = `/factures/${"0".repeat(32)}?onglet=historique`;
  const choice = `/choisir-societe?suite=${encodeURIComponent(asked)}`;
  const login = await post(`/connexion?suite=${encodeURIComponent(asked)}`, {
    ...{ _procedure: "auth.login", identifiant: username, password: testPassword },
  });
  expect(login.headers.get("location")).toBe(choice);
  const cookie = login.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const straight = await service.request(asked, { headers: { cookie }, redirect: "manual" });
  expect(straight.headers.get("location")).toBe(choice);
  const page = await (await service.request(choice, { headers: { cookie } })).text();
  expect(page).toContain(`action="${choice}"`);

  const choose = (path: string) =>
    post(path, { _procedure: "auth.chooseSociete", societeId: second.id }, cookie);
  const chosen = await choose(choice);
  expect([chosen.status, chosen.headers.get("location")]).toEqual([303, asked]);
  // A page of the other société, or of none.
  expect((await service.request(asked, { headers: { cookie } })).status).toBe(404);
  for (const wrong of [...elsewhere, "/choisir-societe?suite=/clients"]) {
    const after = await choose(`/choisir-societe?suite=${encodeURIComponent(wrong)}`);
    expect([wrong, after.headers.get("location")]).toEqual([wrong, "/tableau-de-bord"]);
  }
});
