import fc from "fast-check";
import { wire } from "#server/domain/wire";
import { guidedInput } from "./guided-input.ts";
import { hostileKey, hostileNumbers, hostileStrings, hostileValue } from "./hostile-values.ts";

/** A body of a call, made from the input of one that would succeed. */
type Make = (valid: unknown) => string;

type Path = readonly (string | number)[];

/** JSON as it travels: of the right shape at its edges, nearly right, arbitrary, or wrong in the envelope itself. */
export function fuzzedBody(schema: unknown): fc.Arbitrary<Make> {
  return fc.oneof(
    { weight: 6, arbitrary: guided(schema) },
    { weight: 5, arbitrary: nearlyValid() },
    {
      weight: 1,
      arbitrary: hostileValue.map(
        (value): Make =>
          () =>
            bodyOf(value),
      ),
    },
    { weight: 2, arbitrary: forgedMeta() },
    { weight: 1, arbitrary: brokenEnvelope() },
  );
}

const idInJson = /(?<=")[0-9a-f]{32}(?=")/g;

/** Ids drawn at random name nothing: half the time they are those of the valid input. */
function guided(schema: unknown): fc.Arbitrary<Make> {
  return fc.record({ input: guidedInput(schema), isKnown: fc.boolean() }).map(
    ({ input, isKnown }): Make =>
      (valid) => {
        const known = JSON.stringify(valid ?? null).match(idInJson) ?? [];
        const body = bodyOf(input);
        return isKnown && known.length > 0
          ? body.replace(
              idInJson,
              (id) => known[Number.parseInt(id.slice(0, 6), 16) % known.length] ?? id,
            )
          : body;
      },
  );
}

type Change = {
  readonly at: number;
  readonly kind: "replace" | "alike" | "remove" | "add" | "double";
  readonly key: string;
  readonly value: unknown;
  readonly text: string;
  readonly number: number;
};

/** One or two fields changed for something of the same kind or of another, removed, or added. */
function nearlyValid(): fc.Arbitrary<Make> {
  const change = fc.record<Change>({
    at: fc.nat(),
    kind: fc.constantFrom("alike", "alike", "alike", "replace", "remove", "add", "double"),
    key: hostileKey,
    value: hostileValue,
    text: fc.constantFrom(...hostileStrings),
    number: fc.constantFrom(...hostileNumbers),
  });
  return fc.array(change, { minLength: 1, maxLength: 2 }).map(
    (changes): Make =>
      (valid) =>
        bodyOf(changes.reduce(changed, valid)),
  );
}

function changed(input: unknown, { at, kind, key, value, text, number }: Change): unknown {
  const places = placesIn(input);
  const path = places[at % places.length] ?? [];
  const present = valueAt(input, path);
  switch (kind) {
    case "alike":
      if (typeof present === "string") return withValue(input, path, text);
      return withValue(input, path, typeof present === "number" ? number : value);
    case "replace":
      return withValue(input, path, value);
    case "remove":
      return withValue(input, path, undefined);
    case "add":
      return withValue(input, [...path.slice(0, -1), key], value);
    default:
      return withValue(input, path, [present, present]);
  }
}

/** Says of a field that it is a date, a map, a class…, whatever it holds. */
function forgedMeta(): fc.Arbitrary<Make> {
  const type = fc.constantFrom<unknown>(
    ...["Date", "undefined", "bigint", "set", "map", "regexp", "URL", "Error", "number"],
    ["class", "Object"],
    ["symbol", "x"],
    ["custom", "x"],
    ["typed-array", "Uint8Array"],
    ["typed-array", "Nothing"],
    "unknown",
    null,
    7,
  );
  const name = fc.constantFrom("", "__proto__", "constructor.prototype", "a\\.b", "x.y.z");
  return fc.record({ at: fc.nat(), type, name, own: fc.boolean(), value: hostileValue }).map(
    ({ at, type: forged, name: other, own, value }): Make =>
      (valid) => {
        const places = placesIn(valid);
        const path = places[at % places.length] ?? [];
        const values = { [own ? path.join(".") : other]: [forged] };
        const json = own ? withValue(structuredClone(valid), path, value) : valid;
        return textOf({
          json,
          meta: path.length === 0 ? { values: [forged] } : { values },
        });
      },
  );
}

function brokenEnvelope(): fc.Arbitrary<Make> {
  const deep = "[".repeat(20_000) + "]".repeat(20_000);
  const texts = fc.constantFrom(
    "",
    "{",
    "null",
    "[]",
    "1",
    '"texte"',
    "{}",
    '{"json":null}',
    '{"meta":{"values":["Date"]}}',
    '{"json":{},"meta":null}',
    '{"json":{},"meta":7}',
    '{"json":{},"meta":{"values":{"__proto__":["Date"]}}}',
    '{"json":{"__proto__":{"role":"admin"}}}',
    '{"json":{},"meta":{"referentialEqualities":{"a":["__proto__.b"]}}}',
    '{"json":{},"meta":{"referentialEqualities":["a",{"b":["c.d.e"]}]}}',
    deep,
    `{"json":${deep}}`,
    `{"json":{"q":${deep}},"meta":{"values":{"q":["set"]}}}`,
  );
  const garbage = fc.oneof(texts, fc.string({ unit: "binary", maxLength: 60 }));
  return garbage.map(
    (text): Make =>
      () =>
        text,
  );
}

const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], input);

/** Where the leaves and the branches of an input are. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== "object") return [path];
  const below = Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]));
  return [path, ...below].filter((place) => place.length > 0);
}

function withValue(input: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined || input === null || typeof input !== "object") return value;
  if (Array.isArray(input) && !/^\d+$/.test(String(key))) return input;
  const copy = (Array.isArray(input) ? [...input] : { ...input }) as Record<string, unknown>;
  const inner = withValue(copy[key], rest, value);
  if (inner === undefined && rest.length === 0) delete copy[key];
  else Object.defineProperty(copy, key, { value: inner, enumerable: true, configurable: true });
  return copy;
}

const bodyOf = (value: unknown): string => textOf(wire.serialize(value ?? null));

/** JSON has no number as large as some: they are sent as text. */
const textOf = (body: unknown): string =>
  JSON.stringify(body, (_key, inner: unknown) =>
    typeof inner === "bigint" ? String(inner) : inner,
  );
