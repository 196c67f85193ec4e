import fc from "fast-check";
import { z } from "zod";
import { hasForbiddenCharacters } from "#server/domain/text-problems";
import { hostileNumbers, hostileStrings } from "./hostile-values.ts";

type Schema = {
  readonly type?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

/**
 * Inputs of the very shape a procedure asks for, at the edges of what it lets in: they pass its schema and reach the
 * rules behind it. Texts are hostile all the same.
 *
 * @param schema the procedure's zod schema; null when it takes no input
 */
export function guidedInput(schema: unknown): fc.Arbitrary<unknown> {
  if (!(schema instanceof z.ZodType)) return fc.constant(undefined);
  return valueFor(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema);
}

function valueFor(schema: Schema, name = ""): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => valueFor(choice, name)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  switch (schema.type) {
    case "object":
      return objectOf(schema);
    case "array":
      return fc.array(valueFor(schema.items ?? {}), {
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case "string":
      return textOf(schema, name);
    case "integer":
    case "number":
      return numberOf(schema);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.constantFrom(null, "", 0);
  }
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const value = valueFor(schema, name);
    return [name, required.includes(name) ? value : fc.option(value, { nil: undefined })] as const;
  });
  return fc.record(Object.fromEntries(fields));
}

const days = ["2026-01-31", "2024-02-29", "2026-12-31", "2000-01-01", "2099-12-31"];
const months = ["2026-01", "2026-12", "2020-02", "2099-12"];
const keys = ["", "zz", "2026-01-31", "é'\"", -1, 0, 1, 2 ** 53 - 1, 1.5, null, {}];

/** Where a page ended, as somebody might forge it. */
const forgedCursor = fc
  .array(fc.constantFrom<unknown>(...keys), { maxLength: 4 })
  .map((cursor) => Buffer.from(JSON.stringify(cursor)).toString("base64url"));

/** Fields whose texts mean something; their schema does not say what. */
const meaning: readonly (readonly [name: RegExp, texts: fc.Arbitrary<string>])[] = [
  [/On$|^on$|^from$|^until$/, fc.constantFrom(...days)],
  [/Month$/, fc.constantFrom(...months)],
  [/^cursor$/, forgedCursor],
  [/^country$/, fc.constantFrom("FR", "DE", "GP", "US", "XX")],
  [/^email$/, fc.constantFrom("", "a@b.example", "é@b.example", "a@b@c", "@", "a@-b.fr")],
  [/^unit$/, fc.constantFrom("C62", "HUR", "", "???")],
  [/^lastEventId$/, fc.constantFrom("0", "1", "999999999999999")],
];

/** Strange, without the control characters that no form takes. */
const strange = hostileStrings.filter(
  (text) => !hasForbiddenCharacters(text) && !/[\r\n\t]/.test(text),
);
const words = ["Lyon", "69003", "732829320", "FR44732829320", "Vis 4×20", "12,5", ""];

function textOf({ pattern, maxLength = 200 }: Schema, name: string): fc.Arbitrary<string> {
  const known = meaning.find(([names]) => names.test(name));
  if (known) return known[1];
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, "u"), { size: "small" });
  const short = strange.filter((text) => text.length <= maxLength);
  return fc.constantFrom(...words, ...words, ...short);
}

function numberOf({ minimum = -(2 ** 53), maximum = 2 ** 53 }: Schema): fc.Arbitrary<number> {
  const edges = [minimum, maximum, minimum + 1, maximum - 1, 0, 1, 100, 10_000];
  const within = [...edges, ...hostileNumbers].filter(
    (value) => Number.isSafeInteger(value) && value >= minimum && value <= maximum,
  );
  return fc.constantFrom(...within);
}
