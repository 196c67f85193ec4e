import type { messages as french } from "../fr/messages";
import type { Twin } from "../twin";

export const messages = {
  titre: "Messages",
  intro:
    "The e-mails that left in the company’s name or went to its administrators in the last thirty days, and what the mail server answered.",
  liste: "Messages, the latest first",
  vide: "No message yet",
  videTexte: "An invitation or an alert will leave a line here.",
  attente: "Waiting to leave.",
  reessai: "Not gone yet: next try on {{moment}}.",
  remis: "Handed to the mail server.",
  remisLe: "Handed to the mail server on {{moment}}.",
  sansReponse: "Handed over, without an answer of a mail server.",
  sansReponseLe: "Handed over on {{moment}}, without an answer of a mail server.",
  refuse: "Refused, it will not be tried again.",
  abandonne: "Given up: the mail server did not answer for two days.",
  reponse: "Its answer:",
  ecarte: "Not sent: {{cause}}.",
  causes: {
    LINK_GONE: "what its link opened no longer exists",
  },
} as const satisfies Twin<typeof french>;
