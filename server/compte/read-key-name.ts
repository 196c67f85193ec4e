import { readName } from "#server/auth/read-name";
import { Refusal } from "#server/domain/refusal";

/** What somebody calls a passkey. @throws Refusal IDENTITY_INVALID on `nom` */
export function readKeyName(input: string): string {
  const { value, problem } = readName("nom", input);
  if (problem) throw new Refusal("IDENTITY_INVALID", {}, [problem]);
  if (value === "") throw new Refusal("IDENTITY_INVALID", {}, [{ field: "nom", code: "REQUIRED" }]);
  return value;
}
