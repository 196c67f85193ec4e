import { z } from "zod";
import { assertPassword } from "#server/auth/assert-password";
import { askSecondFactor } from "#server/compte/ask-second-factor";
import { encodeLogo } from "#server/documents/logo";
import { exigibilites, polices, territoires, tvaRegimes } from "#server/domain/emetteur";
import { factureTypes } from "#server/domain/facture";
import { fieldLimits } from "#server/domain/field-limits";
import { NUMBER_MAX_LENGTH } from "#server/domain/numbering";
import { serieResets } from "#server/domain/serie";
import { publicMarque, shownMarque } from "#server/marque/public-marque";
import { declareLastNumber } from "#server/societe/declare-last-number";
import { getMarque } from "#server/societe/get-marque";
import { getSociete } from "#server/societe/get-societe";
import { sampleDocument } from "#server/societe/sample-document";
import { removeLogo, setLogo } from "#server/societe/set-logo";
import { updateEmetteur } from "#server/societe/update-emetteur";
import { updateMarque } from "#server/societe/update-marque";
import { updateSeries } from "#server/societe/update-series";
import { byOf } from "../by-of.ts";
import {
  address,
  amount,
  basisPoints,
  field,
  identifier,
  line,
  lines,
  nothing,
} from "../fields.ts";
import { publicProcedure, router, societeProcedure } from "../procedures.ts";

const Identite = z.strictObject({
  nom: field("nom"),
  formeJuridique: field("formeJuridique"),
  isEi: z.boolean(),
  siren: identifier,
  siret: identifier,
  rcs: field("rcs"),
  capital: amount.nullable(),
  address,
  email: field("email"),
  phone: field("phone"),
  website: field("website"),
  assurance: lines(500),
});

const Tva = z.strictObject({
  tvaNumber: identifier,
  regime: z.enum(tvaRegimes),
  exigibilite: z.enum(exigibilites),
  territoire: z.enum(territoires),
});

const days = z.int().min(0).max(365);

const Paiement = z.strictObject({
  iban: identifier,
  bic: identifier,
  echeanceDays: days,
  echeanceFinDeMois: z.boolean(),
  penalitesRate: basisPoints,
  escompteRate: basisPoints,
  escompteDays: days,
  /** Of who is logged in; asked only to change the IBAN or the BIC. */
  current_password: z.string().max(1_000).default(""),
});

const Footer = z.strictObject({ footer: lines(fieldLimits.footer) });

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: "COLOUR_INVALID" });

const Marque = z.strictObject({
  template: z.enum(["sobre", "bandeau", "atelier"]),
  accent: colour,
  second: colour,
  window: z.enum(["right", "left"]),
  police: z.enum(polices),
});

const slug = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** Bounded by the body it travels in: a picture too heavy is refused by who decodes it, at its field. */
const Logo = z.strictObject({ dataBase64: z.base64() });

const Serie = z.strictObject({
  code: z.enum(factureTypes),
  pattern: line(60),
  reset: z.enum(serieResets),
});

const LastNumber = z.strictObject({
  code: z.enum(factureTypes),
  example: line(NUMBER_MAX_LENGTH),
});

/** Reading is for all: issuing explains what is missing. Setting up is the administrators'. */
export const societeRouter = router({
  /** Whether everybody who enters must have given a second factor. */
  askSecondFactor: societeProcedure("reglages")
    .meta({ foreign: "OWN" })
    .input(z.strictObject({ isAsked: z.boolean() }))
    .mutation(async ({ ctx: { doors, member, session, now }, input: { isAsked } }) => {
      const { societeId } = member;
      await askSecondFactor(doors.auth, { societeId, isAsked, session, now });
      return { isAsked };
    }),

  get: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(({ ctx }) => getSociete(ctx.tenant, ctx.now)),

  marque: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(({ ctx }) => getMarque(ctx.tenant)),

  updateIdentite: societeProcedure("reglages")
    .meta({ foreign: "OWN" })
    .input(Identite)
    .mutation(({ ctx, input }) => updateEmetteur(ctx.tenant, "identite", input, byOf(ctx))),

  updateTva: societeProcedure("reglages")
    .meta({ foreign: "OWN" })
    .input(Tva)
    .mutation(({ ctx, input }) => updateEmetteur(ctx.tenant, "tva", input, byOf(ctx))),

  updatePaiement: societeProcedure("reglages")
    .meta({ foreign: "OWN" })
    .input(Paiement)
    .mutation(async ({ ctx, input: { current_password: password, ...paiement } }) => {
      const { doors, member, ip, now, tenant } = ctx;
      const { userId } = member;
      const isConfirmed = password !== "";
      if (isConfirmed) await assertPassword(doors.auth, { userId, password, ip, now });
      const by = { ...byOf(ctx), isConfirmed };
      const { isBankChanged, ...saved } = await updateEmetteur(tenant, "paiement", paiement, by);
      if (isBankChanged) await doors.bankNotices.tell(tenant.societeId);
      return saved;
    }),

  updateFooter: societeProcedure("reglages")
    .meta({ foreign: "OWN" })
    .input(Footer)
    .mutation(({ ctx, input }) => updateEmetteur(ctx.tenant, "documents", input, byOf(ctx))),

  updateMarque: societeProcedure("reglages")
    .meta({ foreign: "OWN" })
    .input(Marque)
    .mutation(({ ctx, input }) => updateMarque(ctx.tenant, input, byOf(ctx))),

  /** A document nobody sent, to show a marque before it is kept; drawn by `/marque/apercu.svg`. */
  sample: societeProcedure("reglages")
    .meta({ foreign: "OWN", limit: "sample" })
    .input(Marque)
    .query(({ ctx, input }) => sampleDocument(ctx.tenant, input, ctx.now)),

  /** What a branded log-in shows to anybody who knows the address; null for an address of nobody's. */
  publicMarque: publicProcedure.input(z.strictObject({ slug })).query(async ({ ctx, input }) => {
    const found = await publicMarque(ctx.doors, input.slug);
    return found && shownMarque(found);
  }),

  setLogo: societeProcedure("reglages")
    .meta({ foreign: "OWN", limit: "heavy" })
    .input(Logo)
    .mutation(async ({ ctx, input }) => {
      const { png } = await encodeLogo(Buffer.from(input.dataBase64, "base64"));
      return setLogo(ctx.tenant, png, byOf(ctx));
    }),

  removeLogo: societeProcedure("reglages")
    .meta({ foreign: "OWN" })
    .input(nothing)
    .mutation(({ ctx }) => removeLogo(ctx.tenant, byOf(ctx))),

  updateSeries: societeProcedure("reglages")
    .meta({ foreign: "OWN" })
    .input(Serie)
    .mutation(({ ctx, input }) => updateSeries(ctx.tenant, input, byOf(ctx))),

  declareLastNumber: societeProcedure("reglages")
    .meta({ foreign: "OWN" })
    .input(LastNumber)
    .mutation(({ ctx, input }) => declareLastNumber(ctx.tenant, input, byOf(ctx))),
});
