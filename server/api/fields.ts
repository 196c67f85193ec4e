import { z } from "zod";
import { isDocumentDay } from "#server/domain/calendar";
import { AMOUNT_MAX, fieldLimits, type LimitedField } from "#server/domain/field-limits";
import { hasForbiddenCharacters } from "#server/domain/text-problems";
import { idPattern } from "#server/id";

/** Shapes every procedure shares. Each bounds what it lets in; the messages are the problem codes of the page. */

/** Things one call acts on, each apart: an answer comes back soon, and a progress can be shown. */
export const batchMax = 50;

export const id = z.string().regex(idPattern);

/** One line of text: no break, no control character. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !/[\t\n\r]/.test(text) && !hasForbiddenCharacters(text), {
      error: "CONTROL_CHARACTERS",
    });

/** Several lines of text: breaks allowed. */
export const lines = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !hasForbiddenCharacters(text), { error: "CONTROL_CHARACTERS" });

/** A line as long as the domain lets this kind of field be. */
export const field = (kind: LimitedField) => line(fieldLimits[kind]);

/** Identifiers come as people copy them, spaces included; the use case strips and judges them. */
export const identifier = line(60);

export const day = z.string().refine(isDocumentDay, { error: "DAY_INVALID" });

/** "2026-11"; null: not said. */
export const month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .nullable()
  .default(null);

/** Cents, never negative. */
export const amount = z.int().min(0).max(AMOUNT_MAX);
export const basisPoints = z.int().min(0).max(10_000);
export const version = z.int().min(1);
export const search = line(200);
export const direction = z.enum(["asc", "desc"]);
export const cursor = z
  .string()
  .max(1_000)
  .regex(/^[A-Za-z0-9_-]+$/)
  .nullable();
export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

export const address = z.strictObject({
  line1: field("addressLine"),
  line2: field("addressLine"),
  zip: line(fieldLimits.zip),
  city: field("city"),
  country: z.string().regex(/^[A-Z]{2}$/, { error: "COUNTRY_INVALID" }),
});

const days = z.int().min(0).max(365);

export const echeance = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("jours"), days }),
  z.strictObject({ mode: z.literal("fin_de_mois"), days }),
  z.strictObject({ mode: z.literal("date"), on: day }),
]);

/** A form without fields sends `{}`, the client nothing. */
export const nothing = z.strictObject({}).nullish();
