/** What was put away: which trial, at which step. A cookie, so that the page is right before its scripts run. */
const shape = /(?:^|;\s*)essai_masque=(\d{10,16}-[731])(?:;|$)/;

export const dismissedOf = (request: Request): string | null =>
  shape.exec(request.headers.get("cookie") ?? "")?.[1] ?? null;

type Trial = { readonly endsAt: number; readonly step: number };

export const dismissalOf = ({ endsAt, step }: Trial): string => `${endsAt}-${step}`;

/** Longer than the trial: the next step is another name. Holds no secret. */
export const dismissalCookie = (dismissal: string): string =>
  `essai_masque=${/^\d{10,16}-[731]$/.test(dismissal) ? dismissal : ""}; Path=/; SameSite=Lax; Max-Age=1209600`;
