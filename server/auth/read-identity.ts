import type { Problem } from "#server/domain/refusal";

/** Control characters, invisible direction marks (a name must read as it is stored), and what XML 1.0 forbids. */
const forbidden = /[\p{Cc}\p{Cs}\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/u;

const emailPattern =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
const usernamePattern = /^[a-z0-9](?:[a-z0-9._-]{1,30})[a-z0-9]$/;

type Reading<T> =
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: Problem };

/** One address for one mailbox: addresses differ by case in theory only. */
export const keyOfEmail = (email: string): string => email.trim().normalize("NFC").toLowerCase();

/** A username is shown and compared in lower case. It holds no « @ »: a login is never ambiguous with an address. */
export const keyOfUsername = (username: string): string =>
  username.trim().normalize("NFC").toLowerCase();

export function readEmail(input: string): Reading<string> {
  const email = input.trim();
  if (email === "") return refuse("email", "REQUIRED");
  if (email.length > 254) return refuse("email", "TOO_LONG", { max: 254 });
  return emailPattern.test(email) && !email.includes("..")
    ? { value: email, problem: null }
    : refuse("email", "EMAIL_INVALID");
}

export function readUsername(input: string): Reading<string> {
  const username = keyOfUsername(input);
  if (username === "") return refuse("username", "REQUIRED");
  if (username.length > 32) return refuse("username", "TOO_LONG", { max: 32 });
  return usernamePattern.test(username)
    ? { value: username, problem: null }
    : refuse("username", "USERNAME_INVALID");
}

/** The name a société gives itself, spaces collapsed; at least one letter or digit, in any script. */
export function readNomSociete(input: string): Reading<string> {
  const nom = input.normalize("NFC").trim().replace(/ {2,}/g, " ");
  if (nom === "") return refuse("nom_societe", "REQUIRED");
  if ([...nom].length > 100) return refuse("nom_societe", "TOO_LONG", { max: 100 });
  if (forbidden.test(nom)) return refuse("nom_societe", "CHARACTER_FORBIDDEN");
  return /[\p{L}\p{N}]/u.test(nom)
    ? { value: nom, problem: null }
    : refuse("nom_societe", "NAME_WITHOUT_LETTER");
}

function refuse(field: string, code: string, details?: Problem["details"]): Reading<never> {
  return { value: null, problem: details ? { field, code, details } : { field, code } };
}
