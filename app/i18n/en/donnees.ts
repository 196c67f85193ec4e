import type { donnees as fr } from "../fr/donnees";
import type { Twin } from "../twin";

export const donnees = {
  titre: "My data",
  garde: {
    titre: "What we keep of you",
    note: "And for how long.",
    compte: "Your account",
    compteDuree:
      "Name, e-mail address, username, passkeys and access codes: as long as the account exists.",
    sessions: "Your sessions",
    sessionsDuree: "Network address and device: until they end, 30 days at most.",
    actes: "The trace of what you did",
    actesDuree:
      "Your name in your companies’ journals: 10 years; the network address you acted from: 12 months.",
    courriels: "The messages we send you",
    courrielsDuree: "Their text: 30 days.",
    pieces: "Issued documents",
    piecesDuree: "They belong to your company, which must keep them for 10 years.",
  },
  copie: {
    titre: "Take my data away",
    note: "A JSON file, which you can read or hand to another service.",
    texte:
      "It holds your account, your companies, your sessions, what you did and the messages you received. It holds no password and no code.",
    prendre: "Download my data",
    parti: "Your file is being downloaded. Keep it safe.",
  },
  effacement: {
    titre: "Erase my account",
    note: "At once, and for good.",
    disparait:
      "Your name, address, username, password, passkeys, sessions and the messages you received disappear. You leave all your companies, and your open pages close.",
    reste:
      "Your name stays in issued documents and in your companies’ journals: they must keep their accounting records for ten years (article L123-22 of the French Commercial Code), and erasure does not extend to them (GDPR, article 17.3.b).",
    ensuite:
      "A last message confirms it to you. You will be able to create a new account with the same address.",
    effacer: "Erase my account for good",
    seul_one:
      "You are the only person who administers {{societes}}. Hand this role over to somebody else first: you will then be able to erase your account.",
    seul_other:
      "You are the only person who administers these companies: {{societes}}. Hand this role over to somebody else first: you will then be able to erase your account.",
    equipe: "See the team",
  },
} as const satisfies Twin<typeof fr>;
