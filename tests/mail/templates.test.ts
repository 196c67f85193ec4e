import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contrast } from "#server/domain/contrast";
import type { Letter } from "#server/mail/letter";
import { renderMail } from "#server/mail/render-mail";
import { quotaWarning } from "#server/mail/templates/quota-warning";
import { trialEnding } from "#server/mail/templates/trial-ending";

const appOrigin = "https://facturepro.example";
const until = Date.parse("2026-12-02T23:00:00Z");
const brand = { nom: "Menuiserie <Aubry>", accent: "#0b5d3b" };
const quota = { appOrigin, brand, plan: "Essentiel", limit: 50, until };

test("the mail at 80 % says how many are left and until when, in both its texts", () => {
  const { subject, text, html } = quotaWarning({ ...quota, level: 80, used: 40 })("fr");
  expect(subject).toBe("Menuiserie <Aubry> : 40 factures émises sur 50");
  expect(text).toContain("a émis 40 factures sur les 50 que l’offre Essentiel comprend");
  expect(text).toContain("La période suivante commence le 3\u00a0décembre\u00a02026.");
  expect(text).toContain(`${appOrigin}/reglages/abonnement`);
  expect(html).toContain("« Menuiserie &lt;Aubry&gt; » a émis 40 factures");
  expect(html).not.toContain("<Aubry>");
  expect(html).toContain(`border-top:4px solid ${brand.accent}`);
});

test("the mail at 100 % says what can still be done", () => {
  const { subject, text } = quotaWarning({ ...quota, level: 100, used: 50 })("fr");
  expect(subject).toBe("Menuiserie <Aubry> : les 50 factures de la période sont émises");
  expect(text).toContain("établir des avoirs, enregistrer des règlements, tout lire");
});

test("the end of a trial is announced with what comes next", () => {
  const free = { nom: "Gratuit", factures: 5 };
  const { subject, text } = trialEnding({ ...quota, plan: "Pro", endsAt: until, free })("fr");
  expect(subject).toBe("Votre essai de Pro prend fin le 3\u00a0décembre\u00a02026");
  expect(text).toContain("passera ensuite à l’offre Gratuit, 5 factures par mois");
  expect(text).toContain("Rien n’est effacé");
});

test("a mail about a société is headed by its name and its colour, darkened until white reads on it", () => {
  const facts = { subject: "Sujet", paragraphs: ["Bonjour,"] };
  const action = { label: "Voir", url: appOrigin };
  const pale = renderMail({
    ...facts,
    action,
    brand: { nom: "Atelier <Lenoir>", accent: "#f5d000" },
  });
  expect(pale.html).toContain("Atelier &lt;Lenoir&gt;</p>");
  expect(pale.html).not.toContain("#f5d000");
  const [, colour = ""] = /background:(#[0-9a-f]{6});color:#ffffff/.exec(pale.html) ?? [];
  expect(contrast(colour, "#ffffff")).toBeGreaterThanOrEqual(4.5);
  expect(pale.text).toContain("-- \nAtelier <Lenoir>, avec FacturePro");
  const forged = { nom: "X", accent: 'red"><script>' };
  expect(renderMail({ ...facts, action, brand: forged }).html).not.toContain("script");
});

const at = Date.parse("2026-12-02T10:05:00Z");
const facts = {
  ...{ appOrigin, brand, at, by: "Zoé", endsAt: until, until, deletionAt: until, url: null },
  ...{ plan: "Pro", limit: 50, used: 40, level: 80, free: { nom: "Gratuit", factures: 5 } },
  ...{ nomSociete: "Aubry", username: "zoe", change: "email_changed", side: "old", ended: "all" },
  ...{ inviteur: "Léo", role: "employe", nom: "Aubry", id: "dp_1", amountTtc: 3_480, reason: "x" },
  ...{ openedAt: at, since: at, societeId: "s", code: "SQLITE_NOTADB", motif: "Impayé" },
  ...{ before: { iban: "", bic: "" }, after: { iban: "", bic: "" }, from: null, dueTtc: 3_480 },
  ...{ needsAction: false, graceEndsAt: until, operatorNom: "Inès", siren: "", askedByNom: "Zoé" },
  ...{ askedAt: at, destroyedAt: at, factures: 1, avoirs: 0, clients: 1, produits: 1 },
  ...{ reglements: 0, journalLines: 9, files: 1, bytes: 1, rootSha256: "a" },
};

/** Every template there is, as its file exports it. */
async function letters(): Promise<readonly (readonly [string, Letter])[]> {
  const folder = join(import.meta.dirname, "../../server/mail/templates");
  const found: [string, Letter][] = [];
  for (const file of readdirSync(folder).filter((name) => !name.startsWith("paris-"))) {
    const exported = (await import(join(folder, file))) as Record<string, (of: object) => Letter>;
    for (const [name, write] of Object.entries(exported)) found.push([name, write(facts)]);
  }
  return found;
}

test("every mail is written in both languages, and neither holds a word of the other", async () => {
  const all = await letters();
  expect(all.length).toBeGreaterThan(22);
  for (const [name, write] of all) {
    const [french, english] = [write("fr"), write("en")];
    expect(french.text, name).toMatch(/^Bonjour,/);
    expect(english.text, name).toMatch(/^Hello,/);
    expect(english.html, name).toContain('<html lang="en">');
    expect(english.subject, name).not.toBe(french.subject);
    const prose = english.text.replace(/docs\/operations.md.*/, "");
    expect(prose, name).not.toMatch(/\b(?:vous|votre|votre|société|le lien|décembre)\b|[«»]/i);
    expect(english.text, name).not.toMatch(/undefined|\[object/);
  }
});
