import { idempotences } from "#db/tenant/schema/idempotences";
import { canonicalJson } from "#server/domain/canonical-json";
import { Refusal } from "#server/domain/refusal";
import { fixedInsert, fixedQuery } from "#server/tenancy/fixed-statement";
import type { TenantTx } from "#server/tenancy/tenant";
import { sha256 } from "./journal-hash.ts";

export type Once = {
  /** What is asked: one caller's key means something else for another procedure. */
  readonly procedure: string;
  readonly key: string;
  readonly request: unknown;
  /** UTC milliseconds. */
  readonly at: number;
};

const givenOf = fixedQuery<{ request_sha256: string; response: string }>(
  "SELECT request_sha256, response FROM idempotences WHERE key = ?",
);
const keep = fixedInsert(idempotences, ["key", "requestSha256", "response", "at"]);

/**
 * Do `work` once for a key, inside its transaction: the same request again gets the answer already given, so that a
 * retry after a lost answer, a double click or a second tab change nothing. A refused work leaves no trace.
 *
 * @throws Refusal IDEMPOTENCY_MISMATCH when the key came with another request
 */
export async function answerOnce<T>(tx: TenantTx, once: Once, work: () => Promise<T>): Promise<T> {
  const key = `${once.procedure}:${once.key}`;
  const requestSha256 = sha256(canonicalJson(once.request));
  const [given] = await givenOf(tx, [key]);
  if (given) {
    if (given.request_sha256 !== requestSha256) throw new Refusal("IDEMPOTENCY_MISMATCH");
    return JSON.parse(given.response) as T;
  }
  const answer = await work();
  const response = JSON.stringify(answer);
  await keep(tx, { key, requestSha256, response, at: once.at });
  return answer;
}
