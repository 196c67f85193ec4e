import { readableInk } from "#server/domain/contrast";
import type { Langue } from "#server/domain/langue";

/** What a mail says, before it is laid out. `paragraphs` are plain text, escaped here and nowhere else. */
export type MailFacts = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do. `url` is built on APP_ORIGIN by the caller. */
  readonly action?: { readonly label: string; readonly url: string };
  /** What was, what is: shown as a small table. */
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  /** After the button: what to do when the mail was not expected. */
  readonly closing?: readonly string[];
  /** The société the mail is about: its name and colour head it. */
  readonly brand?: MailBrand;
};

/** A société as its mails show it. */
export type MailBrand = {
  readonly nom: string;
  /** `#rrggbb`; null: the product's own colour. */
  readonly accent: string | null;
};

export type MailContent = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

const signature = "FacturePro";

const colourPattern = /^#[0-9a-f]{6}$/i;

/** One layout for every mail: tables and inline styles, since mail readers ignore the rest; a text twin that says as much. */
export function renderMail(facts: MailFacts, langue: Langue = "fr"): MailContent {
  const subject = oneLine(facts.subject);
  return { subject, html: htmlOf({ ...facts, subject }, langue), text: textOf(facts, langue) };
}

/** What stands around the words of a mail. */
const around = {
  fr: {
    link: "Si le bouton ne répond pas, copiez cette adresse&nbsp;:",
    colon: " :",
    from: (nom: string) => `${nom}, avec ${signature}`,
  },
  en: {
    link: "If the button does not work, copy this address:",
    colon: ":",
    from: (nom: string) => `${nom}, with ${signature}`,
  },
} as const satisfies Readonly<Record<Langue, object>>;

/** A subject on one line, of printable signs, at most 150: a line break would open a header (CWE-93). */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim()
    .slice(0, 150);

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const paragraph = (text: string): string =>
  `<p style="margin:0 0 16px;line-height:1.55">${escapeHtml(text)}</p>`;

const house = "#1f3a5f";

function htmlOf(
  { subject, paragraphs, facts = [], action, closing = [], brand }: MailFacts,
  langue: Langue,
): string {
  const colour = colourPattern.test(brand?.accent ?? "")
    ? readableInk(brand?.accent ?? house)
    : house;
  const button = action
    ? `<p style="margin:8px 0 24px"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:12px 20px;background:${colour};color:#ffffff;text-decoration:none;border-radius:6px;font-weight:600">${escapeHtml(action.label)}</a></p>
<p style="margin:0 0 16px;font-size:13px;line-height:1.5;color:#5b6472">${around[langue].link}<br><span style="word-break:break-all">${escapeHtml(action.url)}</span></p>`
    : "";
  return `<!doctype html>
<html lang="${langue}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f4f5f7;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;color:#1c2430">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center">
<table role="presentation" width="560" cellspacing="0" cellpadding="0" style="max-width:100%;background:#ffffff;border:1px solid #e2e5ea;border-top:4px solid ${colour};border-radius:8px"><tr><td style="padding:28px 32px">
<p style="margin:0 0 20px;font-weight:700;color:${colour}">${escapeHtml(brand?.nom ?? signature)}</p>
${paragraphs.map(paragraph).join("\n")}
${tableOf(facts)}
${button}
${closing.map(paragraph).join("\n")}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

const tableOf = (facts: NonNullable<MailFacts["facts"]>): string =>
  facts.length === 0
    ? ""
    : `<table cellspacing="0" cellpadding="0" style="margin:0 0 20px;border-collapse:collapse">${facts
        .map(
          ({ label, value }) =>
            `<tr><th scope="row" align="left" style="padding:6px 16px 6px 0;font-weight:400;color:#5b6472;vertical-align:top">${escapeHtml(label)}</th><td style="padding:6px 0;font-weight:600">${escapeHtml(value)}</td></tr>`,
        )
        .join("")}</table>`;

function textOf(
  { paragraphs, facts = [], action, closing = [], brand }: MailFacts,
  langue: Langue,
): string {
  const { colon, from: signed } = around[langue];
  const table = facts.map(({ label, value }) => `${label}${colon} ${value}`).join("\n");
  const link = action ? [`${action.label}${colon}\n${action.url}`] : [];
  const from = brand ? signed(brand.nom) : signature;
  const parts = [...paragraphs, ...(table ? [table] : []), ...link, ...closing, `-- \n${from}`];
  return `${parts.join("\n\n")}\n`;
}
