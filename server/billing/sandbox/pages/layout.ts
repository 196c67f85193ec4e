import { html, raw } from "hono/html";

export type Html = ReturnType<typeof html>;

export type Frame = {
  /** Of the Content-Security-Policy. */
  readonly nonce: string;
  /** The product's own tokens, and the styles below. */
  readonly css: string;
};

type Page = { readonly title: string; readonly body: Html; readonly error?: string | null };

/** A page of the sandbox: it always says that no money moves. */
export function layout({ nonce, css }: Frame, { title, body, error }: Page): Html {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} — Bac à sable</title>
<link rel="icon" href="/favicon.svg">
<style nonce="${nonce}">${raw(css)}</style>
</head>
<body>
<header class="ruban"><b>Bac à sable — aucun paiement réel</b>
<span>Ne saisissez jamais une vraie carte : seuls les numéros d’essai sont acceptés.</span></header>
<main>
<h1>${title}</h1>
${error ? html`<p class="alerte" role="alert">${error}</p>` : ""}
${body}
</main>
</body>
</html>`;
}

/** A form of one button: what it does, and the hidden values it needs. */
export const oneButton = (
  label: string,
  fields: Readonly<Record<string, string>>,
  kind = "",
): Html => html`<form method="post">
${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="bouton ${kind}">${label}</button>
</form>`;
