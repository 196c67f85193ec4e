import { afterAll, beforeAll, expect, test } from "vitest";
import { furnish, logo } from "../isolation/furnish.ts";
import { aService, type Service } from "../support/a-service.ts";
import { aStaffedSociete, type StaffedSociete } from "../support/a-staffed-societe.ts";

let service: Service;
let a: StaffedSociete;
let b: StaffedSociete;

beforeAll(async () => {
  service = await aService();
  a = await aStaffedSociete(service, "Lenoir");
  b = await aStaffedSociete(service, "Martin");
  await furnish(a);
});
afterAll(() => service.close());

const looks = {
  template: "bandeau",
  accent: "#9a3b26",
  second: "#c9a227",
  window: "left",
  police: "inter",
};

const apercu = (
  actor: StaffedSociete["staff"][keyof StaffedSociete["staff"]] | null,
  changes: Readonly<Record<string, string>> = {},
  format = "svg",
) =>
  service.request(`/marque/apercu.${format}?${new URLSearchParams({ ...looks, ...changes })}`, {
    headers: actor ? { cookie: actor.cookie } : {},
  });

const slugOf = async (of: StaffedSociete) => {
  const me = (await of.call("auth.me", undefined)) as { member: { slug: string } };
  return me.member.slug;
};

test("an administrator sees what a marque would draw, and nothing of it is kept", async () => {
  const before = await a.call("societe.marque", undefined);
  const [one, other] = [
    await apercu(a.staff.admin),
    await apercu(a.staff.admin, { police: "source-serif" }),
  ];
  expect(one.status).toBe(200);
  expect(one.headers.get("content-type")).toBe("image/svg+xml");
  const drawn = await one.text();
  expect(drawn).toContain("#9a3b26");
  expect(drawn, "no script, no link").not.toMatch(/<script|href="(?!#|data:)/);
  expect(await other.text(), "another typeface").not.toBe(drawn);
  const pdf = Buffer.from(await (await apercu(a.staff.admin, {}, "pdf")).arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await a.call("societe.marque", undefined)).toEqual(before);
});

test("nobody else may, and a marque that is none is refused", async () => {
  expect((await apercu(a.staff.employe)).status).toBe(403);
  expect((await apercu(a.staff.comptable)).status).toBe(403);
  expect((await apercu(null)).status).toBe(401);
  expect((await apercu(a.staff.admin, { accent: "red;}" })).status).toBe(400);
  expect((await apercu(a.staff.admin, { template: "../secret" })).status).toBe(400);
});

test("a brand's files are asked again, kept under their version, and each société's own", async () => {
  await a.call("societe.removeLogo", {});
  const slug = await slugOf(a);
  const ask = (path: string, headers: HeadersInit = {}) => service.request(path, { headers });
  const sheet = await ask(`/marque/${slug}/style.css`);
  const { accent } = (await a.call("societe.marque", undefined)) as { accent: string };
  expect(await sheet.text()).toBe(`:root{--marque:${accent}}`);
  expect(sheet.headers.get("cache-control")).toBe("public, no-cache");
  const etag = sheet.headers.get("etag") ?? "";
  expect((await ask(`/marque/${slug}/style.css`, { "if-none-match": etag })).status).toBe(304);

  const shown = (await a.call("societe.publicMarque", { slug })) as { version: string };
  const kept = await ask(`/marque/${slug}/style.css?v=${shown.version}`);
  expect(kept.headers.get("cache-control")).toContain("immutable");
  expect((await ask(`/marque/${slug}/style.css?v=old`)).headers.get("cache-control")).toBe(
    "public, no-cache",
  );

  await a.call("societe.setLogo", await logo(a));
  const changed = (await a.call("societe.publicMarque", { slug })) as { version: string };
  expect(changed.version).not.toBe(shown.version);
  const png = Buffer.from(await (await ask(`/marque/${slug}/logo.png`)).arrayBuffer());
  const icon = await ask(`/marque/${slug}/icone.svg`);
  expect(await icon.text()).toContain(png.toString("base64"));
  expect(icon.headers.get("content-security-policy")).toContain("sandbox");

  const theirs = await slugOf(b);
  expect((await ask(`/marque/${theirs}/logo.png`)).status, "B has none").toBe(404);
  expect(await (await ask(`/marque/${theirs}/icone.svg`)).text()).not.toContain("base64");
  const manifest = (await (await ask(`/marque/${theirs}/manifest.webmanifest`)).json()) as {
    name: string;
  };
  expect(manifest.name).toContain(b.nom);
});

test("an address of nobody's answers as a brand without colours", async () => {
  const nobody = await service.request("/marque/n-existe-pas/style.css");
  expect([nobody.status, await nobody.text()]).toEqual([200, ""]);
  expect(await a.call("societe.publicMarque", { slug: "n-existe-pas" })).toBeNull();
});
