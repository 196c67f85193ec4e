import type { World } from "./a-world.ts";
import { tryRequest } from "./finding.ts";
import { aBrouillon } from "./issue.ts";
import type { Finding } from "./report.ts";

/** A brouillon drawn before it is issued is as private as the brouillon itself. */
export async function attackBrouillons(world: World): Promise<Finding[]> {
  const { a, b } = world;
  const [ofA, ofB] = [(await aBrouillon(a)).factureId, (await aBrouillon(b)).factureId];
  const admin = { headers: { cookie: a.staff.admin.cookie } };
  const drawing = (factureId: string) => `/factures/${factureId}/apercu.svg`;
  const attempts = [
    { attack: "own brouillon", url: drawing(ofA), init: admin, expected: "200 or 204" },
    { attack: "B's brouillon", url: drawing(ofB), init: admin, expected: "404" },
    {
      attack: "B's brouillon, as PDF",
      url: `/factures/${ofB}/apercu.pdf`,
      init: admin,
      expected: "404",
    },
    {
      attack: "B's brouillon, naming B",
      url: `${drawing(ofB)}?societe=${b.id}`,
      init: admin,
      expected: "404",
    },
    { attack: "own brouillon, no session", url: drawing(ofA), expected: "303" },
  ];
  const findings: Finding[] = [];
  for (const attempt of attempts)
    findings.push(await tryRequest(world, { target: "/factures/:id/apercu", ...attempt }));
  return findings;
}
