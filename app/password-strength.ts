import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as french } from "@zxcvbn-ts/language-fr";
import { judgedPart, passwordLength, wordsOfTheTrade } from "#server/domain/password-rules";

/** A file of its own, asked for when a new password is typed. The server judges again, with the same dictionaries. */
const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common, ...french, metier: [...wordsOfTheTrade] },
  graphs: adjacencyGraphs,
});

/** 0 to 4, as zxcvbn gives it; a password that is too short is never solid. */
export function scoreOf(password: string, identity: readonly string[]): 0 | 1 | 2 | 3 | 4 {
  const known = identity.flatMap((word) => [word, word.split("@")[0] ?? ""]);
  const part = judgedPart(password);
  const words = known.filter((word) => word.length > 2);
  const { score } = zxcvbn.check(part, words);
  const isTooShort = [...password].length < passwordLength.least;
  return isTooShort && score > 2 ? 2 : score;
}
