import { eq } from "drizzle-orm";
import { archives } from "#db/tenant/schema/archives";
import { factures } from "#db/tenant/schema/factures";
import { lignesFacture } from "#db/tenant/schema/lignes-facture";
import type { StaffedSociete } from "../support/a-staffed-societe.ts";
import { pdfText, withoutSpaces } from "../support/pdf-text.ts";
import type { World } from "./a-world.ts";
import { verdict } from "./finding.ts";
import { aBrouillon, aKey } from "./issue.ts";
import type { Finding } from "./report.ts";

const target = "PDF of an issued facture";

/** The background work is told ids: the same id in two sociétés must give each its own document. */
export async function attackRenderings(world: World): Promise<Finding[]> {
  const { a, b } = world;
  const { factureId } = await aBrouillon(a);
  await aBrouillonNamed(world, b, factureId);
  for (const of of [a, b]) await of.call("factures.issue", { factureId, version: 1, ...aKey() });
  const asked = [a, b, a, b].map((of) => download(world, of, factureId));
  const [ofA, ofB, againA, againB] = await Promise.all(asked);
  if (!ofA || !ofB || !againA || !againB) throw new Error("four downloads were asked");
  return [
    verdict(
      target,
      "one id in two sociétés, asked at once",
      "each its own words",
      await mixed(world, ofA, ofB),
    ),
    verdict(
      target,
      "the same asked twice",
      "the same bytes",
      ofA.equals(againA) && ofB.equals(againB) ? null : "other bytes",
    ),
    verdict(
      target,
      "one id in two sociétés, archived",
      "each its own sha-256",
      (await archivedOf(world, a, factureId)) === (await archivedOf(world, b, factureId))
        ? "the same archive"
        : null,
    ),
  ];
}

async function mixed({ a, b }: World, ofA: Buffer, ofB: Buffer): Promise<string | null> {
  const [textA, textB] = [await wordsOf(ofA), await wordsOf(ofB)];
  if (!textA.includes(a.mark) || textA.includes(b.mark)) return "A's holds words of B";
  return !textB.includes(b.mark) || textB.includes(a.mark) ? "B's holds words of A" : null;
}

const wordsOf = async (pdf: Buffer) => withoutSpaces((await pdfText(pdf)).join(""));

async function download(
  { service }: World,
  of: StaffedSociete,
  factureId: string,
): Promise<Buffer> {
  const { cookie } = of.staff.admin;
  const answer = await service.request(`/factures/${factureId}.pdf`, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`no PDF: ${answer.status} ${await answer.text()}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** Ids never meet by chance: a brouillon of B is copied by hand under A's. */
async function aBrouillonNamed({ service }: World, of: StaffedSociete, factureId: string) {
  const drafted = await aBrouillon(of);
  await service.doors.tenancy.openTenant(of.id).write(async (tx) => {
    const [row] = await tx.select().from(factures).where(eq(factures.id, drafted.factureId));
    if (!row) throw new Error("no brouillon");
    const { listedOn: _, stamp: __, dueKey: ___, ...written } = row;
    await tx.insert(factures).values({ ...written, id: factureId });
    const isOfDraft = eq(lignesFacture.factureId, drafted.factureId);
    const lignes = await tx.select().from(lignesFacture).where(isOfDraft);
    await tx.insert(lignesFacture).values(lignes.map((ligne) => ({ ...ligne, factureId })));
  });
}

async function archivedOf({ service }: World, of: StaffedSociete, factureId: string) {
  const [row] = await service.doors.tenancy
    .openTenant(of.id)
    .read((db) => db.select().from(archives).where(eq(archives.factureId, factureId)));
  if (!row) throw new Error("no archive");
  return row.pdfSha256;
}
