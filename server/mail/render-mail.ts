/** What a mail says, before it is laid out. `paragraphs` are plain text, escaped here and nowhere else. */
type MailFacts = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do. `url` is built on APP_ORIGIN by the caller. */
  readonly action?: { readonly label: string; readonly url: string };
  /** After the button: what to do when the mail was not expected. */
  readonly closing?: readonly string[];
};

export type MailContent = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

const signature = "FacturePro";

/** One layout for every mail: tables and inline styles, since mail readers ignore the rest; a text twin that says as much. */
export function renderMail(facts: MailFacts): MailContent {
  const subject = oneLine(facts.subject);
  return { subject, html: htmlOf({ ...facts, subject }), text: textOf(facts) };
}

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

function htmlOf({ subject, paragraphs, action, closing = [] }: MailFacts): string {
  const button = action
    ? `<p style="margin:8px 0 24px"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:12px 20px;background:#1f3a5f;color:#ffffff;text-decoration:none;border-radius:6px;font-weight:600">${escapeHtml(action.label)}</a></p>
<p style="margin:0 0 16px;font-size:13px;line-height:1.5;color:#5b6472">Si le bouton ne répond pas, copiez cette adresse&nbsp;:<br><span style="word-break:break-all">${escapeHtml(action.url)}</span></p>`
    : "";
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f4f5f7;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;color:#1c2430">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center">
<table role="presentation" width="560" cellspacing="0" cellpadding="0" style="max-width:100%;background:#ffffff;border:1px solid #e2e5ea;border-radius:8px"><tr><td style="padding:28px 32px">
<p style="margin:0 0 20px;font-weight:700;color:#1f3a5f">${signature}</p>
${paragraphs.map(paragraph).join("\n")}
${button}
${closing.map(paragraph).join("\n")}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

function textOf({ paragraphs, action, closing = [] }: MailFacts): string {
  const link = action ? [`${action.label} :\n${action.url}`] : [];
  return `${[...paragraphs, ...link, ...closing, `-- \n${signature}`].join("\n\n")}\n`;
}
