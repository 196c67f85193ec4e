import { expect, test } from "vitest";
import { exportJournal } from "#server/journal/export-journal";
import type { JournalSelection } from "#server/journal/list-journal";
import { aSociete } from "../support/a-societe.ts";

const everything: JournalSelection = {
  q: "",
  group: null,
  actorId: null,
  entityId: null,
  from: null,
  until: null,
};

async function taken(
  { tenant }: Pick<Awaited<ReturnType<typeof aSociete>>, "tenant">,
  selection: Partial<JournalSelection> = {},
) {
  let text = "";
  let pieces = 0;
  for await (const piece of exportJournal(tenant, { ...everything, ...selection })) {
    text += piece;
    pieces += 1;
  }
  return { text, pieces, rows: text.slice(1).trimEnd().split("\r\n") };
}

test("the journal leaves as a French spreadsheet reads it, latest first, in pieces", async () => {
  const societe = await aSociete({ isFurnished: false });
  for (let i = 0; i < 505; i++) await societe.aProduit({ designation: `Produit ${i}` });
  const { text, pieces, rows } = await taken(societe);
  expect(text.startsWith("\uFEFFLigne;Date;Heure;Fait;Par;Objet;Détail")).toBe(true);
  expect(pieces).toBe(3);
  const [, latest = "", ...others] = rows;
  expect(latest).toMatch(/^505;\d\d\/\d\d\/\d{4};\d\d:\d\d:\d\d;Produit créé;/);
  expect(latest).toMatch(/;[0-9a-f]{64}$/);
  expect(others).toHaveLength(504);
});

test("what people typed runs nowhere, and an IBAN is recognised, not read", async () => {
  const societe = await aSociete();
  const { clientId } = await societe.caller.clients.create({
    ...{ type: "particulier", nom: "=HYPERLINK(1)" },
    address: { line1: "1 rue", line2: "", zip: "86000", city: "Poitiers", country: "FR" },
  });
  const { text, rows } = await taken(societe, { entityId: clientId });
  expect(rows).toHaveLength(2);
  expect(text).toContain(";'=HYPERLINK(1);");
  expect(text).not.toMatch(/(?:^|;)"?=/m);
  const whole = await taken(societe);
  expect(whole.text).not.toMatch(/FR\d{2}[ \d]{20,}/);
});

test("it is the selection of the page", async () => {
  const societe = await aSociete();
  await societe.anIssued();
  expect((await taken(societe, { group: "documents" })).rows).toHaveLength(2);
  expect((await taken(societe, { q: "rien de tel" })).rows).toHaveLength(1);
});
