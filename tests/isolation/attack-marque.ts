import { eq } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import type { StaffedSociete } from "../support/a-staffed-societe.ts";
import type { World } from "./a-world.ts";
import { tryRequest } from "./finding.ts";
import type { Finding } from "./report.ts";

const publicFiles = ["style.css", "logo.png", "icone.svg", "manifest.webmanifest"];
const looks = "template=sobre&accent=%23123456&second=%23654321&window=right&police=inter";

/** What of a brand anybody may see: its name and its looks, nobody's people, ids nor documents. And its sample, for its own. */
export async function attackMarque(world: World): Promise<Finding[]> {
  const { a, b, both } = world;
  const slug = await slugOf(world, b);
  const as = (cookie: string) => ({ headers: { cookie } });
  const admin = as(a.staff.admin.cookie);
  const sample = `/marque/apercu.svg?${looks}`;
  const attempts = [
    ...publicFiles.flatMap((file) => [
      {
        attack: `${file} of B, by anybody`,
        url: `/marque/${slug}/${file}`,
        expected: "200",
        knowsB: true,
      },
      {
        attack: `${file} of nobody's`,
        url: `/marque/n-existe-pas/${file}`,
        expected: "200 or 404",
      },
    ]),
    { attack: "a path", url: "/marque/..%2f..%2f/logo.png", init: admin, expected: "404" },
    { attack: "sample, as A", url: sample, init: admin, expected: "200 or 204" },
    {
      attack: "sample, naming B",
      url: `${sample}&societe=${b.id}&slug=${slug}`,
      init: admin,
      expected: "200 or 204",
    },
    {
      attack: "sample, by a member of both",
      url: sample,
      init: as(both.cookie),
      expected: "200 or 204",
    },
    {
      attack: "sample, not allowed to",
      url: sample,
      init: as(a.staff.employe.cookie),
      expected: "403",
    },
    { attack: "sample, no session", url: sample, expected: "401" },
  ];
  const findings: Finding[] = [];
  for (const attempt of attempts)
    findings.push(await tryRequest(world, { target: "/marque", ...attempt }));
  return findings;
}

async function slugOf({ service }: World, of: StaffedSociete): Promise<string> {
  const [found] = await service.doors.control.read((db) =>
    db.select({ slug: societes.slug }).from(societes).where(eq(societes.id, of.id)),
  );
  return found?.slug ?? "";
}
