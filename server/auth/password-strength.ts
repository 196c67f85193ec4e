import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { judgedPart, lettersOnly, wordsOfTheTrade } from "#server/domain/password-rules";

let loading: Promise<ZxcvbnFactory> | undefined;

/** The dictionaries weigh tens of megabytes once open: only a service that judges a password pays for them. */
const estimator = (): Promise<ZxcvbnFactory> => {
  loading ??= load();
  return loading;
};

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common, french] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-fr"),
  ]);
  const dictionary = { ...common.dictionary, ...french.dictionary, metier: [...wordsOfTheTrade] };
  return new Factory({ dictionary, graphs: common.adjacencyGraphs });
}

export type Strength = {
  /** 0 to 4, as zxcvbn gives it. */
  readonly score: number;
  /** One word of a dictionary, dressed up with figures and signs. */
  readonly isOneWord: boolean;
};

/** How hard a password is to guess, without asking anybody. `identity`: words an attacker would try first. */
export async function strengthOf(password: string, identity: readonly string[]): Promise<Strength> {
  const zxcvbn = await estimator();
  const known = identity.filter((word) => word.length > 2);
  const part = judgedPart(password);
  const readings = [part, part.replace(/\s/g, "")];
  const score = Math.min(...readings.map((one) => zxcvbn.check(one, [...known]).score));
  const { sequence } = zxcvbn.check(lettersOnly(password), []);
  return { score, isOneWord: sequence.length === 1 && sequence[0]?.pattern === "dictionary" };
}
