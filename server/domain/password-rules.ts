/** Of a password, in characters (NIST SP 800-63B-4 §3.1.1.2): no rule of composition. */
export const passwordLength = { least: 12, leastOfStaff: 15, most: 128 } as const;

/** Of zxcvbn's 0 to 4: 3 stands for more than 10⁸ guesses. */
export const leastScore = 3;

/** Words of the trade and of the product, tried before any dictionary. */
export const wordsOfTheTrade: readonly string[] = [
  ...["facturepro", "facture", "factures", "facturation", "devis", "comptable", "comptabilite"],
  ...["entreprise", "societe", "motdepasse", "azertyuiop", "changezmoi", "provisoire", "demo"],
];

/** More signs cannot make a password weaker, and each costs time to judge. */
export const judgedPart = (password: string): string => [...password].slice(0, 40).join("");

/** What is left of « Motdepasse2026! » once the figures and signs it is dressed up with are gone. */
export const lettersOnly = (password: string): string =>
  judgedPart(password).replace(/[^\p{L}]/gu, "");
