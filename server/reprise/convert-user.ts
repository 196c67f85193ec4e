import { isKnownHash } from "#server/auth/passwords";
import { readEmail, readUsername } from "#server/auth/read-identity";
import type { Role } from "#server/domain/permissions";
import { fold } from "#server/domain/search";
import { isYes, lineOf } from "./legacy-values.ts";
import { type Read, refuse, type Verdict } from "./verdict.ts";

export type ImportedUser = {
  readonly username: string;
  /** Null: asked of them at their next log-in. */
  readonly email: string | null;
  /** As the former tool kept it; made anew with our own at the next log-in. Null: they ask for another. */
  readonly passwordHash: string | null;
  readonly role: Extract<Role, "admin" | "employe">;
  readonly prenom: string | null;
  readonly nom: string | null;
};

const adminWords = ["admin", "administrateur", "owner", "gerant", "patron", "superadmin"];

/** Somebody of the former tool, as they would log in here. */
export function convertUser(read: Read<"user">): Verdict<ImportedUser> {
  const typed = lineOf(read("username"));
  const username = readUsername(typed).value ?? readUsername(readable(typed)).value;
  const email = readEmail(lineOf(read("email"))).value;
  const kept = lineOf(read("password"));
  const passwordHash = isKnownHash(kept) ? kept : null;
  if (username === null) return refuse("its username cannot be one here");
  if (passwordHash === null && email === null)
    return refuse("its password cannot be read, and it has no address to choose another");
  const flags = [
    ...(username === typed ? [] : [`it logs in as ${username}`]),
    ...(email === null ? ["it has no address: asked at its next log-in"] : []),
    ...(passwordHash === null ? ["its password cannot be read: it asks for another"] : []),
  ];
  const role = lineOf(read("role"));
  const isAdmin = isYes(role) || adminWords.includes(fold(role));
  return {
    taken: {
      username,
      email,
      passwordHash,
      role: isAdmin ? "admin" : "employe",
      prenom: lineOf(read("prenom")).slice(0, 60) || null,
      nom: lineOf(read("nom")).slice(0, 60) || null,
    },
    flags,
  };
}

/** « Jean Dupont » becomes `jean.dupont`. */
const readable = (typed: string): string =>
  fold(typed)
    .replace(/@.*$/, "")
    .replace(/[^a-z0-9._-]+/g, ".")
    .replace(/^[._-]+|[._-]+$/g, "")
    .slice(0, 32);
