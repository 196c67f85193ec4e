import fc from "fast-check";

/** The part of JSON Schema that our inputs use. */
type Shape = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
};

/** What breaks programs: controls, emoji, RTL marks, SQL, paths, huge and hollow values. */
const nasty = fc.constantFrom<unknown>(
  ...["", " ", "\u0000", "a\nb", "\u202Eabc", "🚀", "\uD800", "شركة", "' OR 1=1 --", '"*"', "%_"],
  ...["__proto__", "constructor", "../../etc/passwd", "NaN", "x".repeat(5_000), "é".repeat(300)],
  ...[null, undefined, true, -1, 0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 60)],
  ...[[], {}, [[]], { __proto__: null, toString: 1 }, new Date(0), new Map(), 12n],
);

/** Inputs that mostly have the shape asked for, with one value in forty replaced by something nasty. */
export function arbitraryOf(shape: Shape, ids: readonly string[]): fc.Arbitrary<unknown> {
  const build = (one: Shape): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 40, arbitrary: sound(one) }, { weight: 1, arbitrary: nasty });

  const sound = (one: Shape): fc.Arbitrary<unknown> => {
    const choices = one.anyOf ?? one.oneOf;
    if (choices) return fc.oneof(...choices.map(build));
    if (one.enum) return fc.constantFrom(...one.enum);
    if ("const" in one) return fc.constant(one.const);
    if (one.properties) return object(one.properties);
    return leaf(one);
  };

  const object = (properties: Readonly<Record<string, Shape>>) =>
    fc
      .record(Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, build(one)])))
      .chain((value) =>
        fc.oneof(
          { weight: 30, arbitrary: fc.constant(value) },
          { weight: 1, arbitrary: fc.constant({ ...value, societeId: "x", role: "admin" }) },
        ),
      );

  const leaf = (one: Shape): fc.Arbitrary<unknown> => {
    if (one.items) return fc.array(build(one.items), { maxLength: 4 });
    if (one.type === "boolean") return fc.boolean();
    if (one.type === "null") return fc.constant(null);
    if (one.type === "integer" || one.type === "number") return integer(one);
    return text(one);
  };

  const text = ({ pattern, maxLength = 40 }: Shape): fc.Arbitrary<unknown> => {
    if (pattern?.includes("{32}")) return fc.constantFrom(...ids, "f".repeat(32));
    if (pattern) return fc.oneof(fc.stringMatching(new RegExp(pattern)), fc.string());
    const days = fc.constantFrom("2026-03-02", "2026-02-30", "2099-12-31", "2026-03-01");
    return fc.oneof(
      days,
      fc.string({ unit: "grapheme", maxLength }),
      fc.constantFrom("Pose", "86000"),
    );
  };
  return build(shape);
}

const integer = ({ minimum = -1_000, maximum = 1_000 }: Shape) =>
  fc.oneof(
    fc.integer({
      min: Math.max(Math.ceil(minimum), -(2 ** 53) + 1),
      max: Math.min(Math.floor(maximum), 2 ** 53 - 1),
    }),
    fc.constantFrom(1, minimum, maximum),
  );
