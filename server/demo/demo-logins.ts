import { demoEditeur } from "./demo-editeur.ts";
import { atelierLenoir, boulangerieMartin } from "./demo-trades.ts";

/** Refused in production, where no such account may exist. */
const password = "demonstration-2026";

/** Who may enter the demonstration, as printed at start. `nadia` is the accountant of both sociétés. */
export const demoLogins = [
  { nom: atelierLenoir.nom, username: atelierLenoir.username, password, role: "admin" },
  { nom: atelierLenoir.nom, username: "mona", password, role: "employe" },
  { nom: boulangerieMartin.nom, username: boulangerieMartin.username, password, role: "admin" },
  { nom: "les deux sociétés", username: "nadia", password, role: "comptable" },
  { nom: demoEditeur.nom, username: demoEditeur.username, password, role: "éditeur" },
] as const;
