type Proof = { readonly file: string; readonly sentence: string };

const of = (file: string, ...sentences: readonly string[]): readonly Proof[] =>
  sentences.map((sentence) => ({ file: `tests/${file}.test.ts`, sentence }));

/** What we may say of the product, and the tests that make it true: a feature is shown when all of its own pass. */
export const featureProofs = {
  numeros: of(
    "api/issue",
    "fifty brouillons issued at the same instant carry fifty numbers without a gap",
    "a refused issue draws no number and leaves no trace",
    "fifty clicks on « Émettre » at once give one facture and one number",
  ),
  facturx: [
    ...of(
      "documents/factur-x",
      "twelve kinds of document are Factur-X in the template sobre, and say what their XML says",
      "twelve kinds of document are Factur-X in the template bandeau, and say what their XML says",
      "twelve kinds of document are Factur-X in the template atelier, and say what their XML says",
    ),
    ...of("domain/snapshot", "a franchise without TVA number gives its SIREN as tax registration"),
  ],
  mentions: of(
    "domain/mentions",
    "the table is covered: every wording is printed by some case, and kept out by facts elsewhere",
    "no mention is printed twice and no variable is left unfilled",
    "wordings are data with a life: in force from a day, for the day of the document",
  ),
  calculs: of(
    "domain/totals",
    "TVA is rounded once per rate, not per ligne",
    "a document discount is spread by rate and its cents are not lost",
    "four decimals of quantity and six of price stay exact",
  ),
  inalterable: [
    ...of("api/immutability", "raw SQL cannot change, remove or replace what was issued"),
    ...of(
      "api/chain",
      "one byte changed in an issued document is found",
      "a line of the journal changed, removed, or added out of turn is found",
    ),
    ...of(
      "documents/archive",
      "a file that was altered or is gone is never served; storing it again repairs it",
    ),
  ],
  avoirs: of(
    "api/credit",
    "an avoir of a part has its own number, is linked both ways and lowers what is due",
    "no more than what is left is given back, and a refusal draws no number",
  ),
  reglements: [
    ...of(
      "api/reglements",
      "partial règlements bring the balance down to zero, never below",
      "a règlement recorded twice by a retry counts once",
    ),
    ...of(
      "documents/qr-svg",
      "a bank reads from the code what the facture says: who, where to, how much, why",
    ),
  ],
  pilotage: of(
    "pilotage/tableau",
    "TVA on services falls due as they are paid, to the cent once all is paid",
    "what is owed is sorted by how late it is, and the next échéances are named",
  ),
  debut: of(
    "premiers-pas/premiers-pas",
    "the SIRET fills the SIREN and the TVA number, and the identity is ticked once the law has all it asks",
    "each step ticks itself from what was done, and the first facture settles the last ones",
  ),
  separation: of(
    "tenancy/tenancy",
    "each société reads its own file and no other",
    "another société's file in its place is refused",
  ),
  direct: of(
    "api/live",
    "a colleague's client and facture arrive, in order, with nothing of their content",
    "nothing of one société reaches the stream of another",
  ),
  equipe: [
    ...of(
      "equipe/invitations",
      "somebody without an account joins by the link of the mail, with the role and rights given",
      "a link serves once, and looking at it does not use it",
    ),
    ...of(
      "equipe/members",
      "a role changed acts on the next request, and the live page opens again with it",
    ),
  ],
  acces: [
    ...of(
      "compte/second-factor",
      "an authenticator proved by a first code renews the session, ends the others and is asked at the next login",
      "a recovery code replaces the telephone once, however it is typed",
    ),
    ...of(
      "journal/bank",
      "another bank account is refused without the password, and with a wrong one",
      "with it, every administrator is told what changed, by whom, when and from where",
    ),
  ],
  langues: of(
    "documents/langue",
    "a client who reads English is invoiced in English, and the law's sentences stay in French beside",
  ),
  reprise: of(
    "reprise/import-legacy",
    "each société of the former installation becomes one, with its people, clients and documents",
    "run again it takes nothing twice, and what was missing is taken then",
  ),
  sortie: of(
    "rgpd/cloture",
    "the export carries every register, the journal and both files of each document",
  ),
} as const satisfies Readonly<Record<string, readonly Proof[]>>;
