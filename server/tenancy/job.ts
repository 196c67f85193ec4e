import { Refusal } from "#server/domain/refusal";

/** What an operator may ask of a data directory: `args` and the answer travel as JSON. `tell` gives a line of progress. */
type Job<Context> = (
  context: Context,
  args: unknown,
  tell: (line: string) => void,
) => Promise<unknown>;

export type Jobs<Context> = Readonly<Record<string, Job<Context>>>;

/** One line each on the control socket. */
export type JobRequest = { readonly job: string; readonly args: unknown };
export type JobLine =
  | { readonly progress: string }
  | { readonly result: unknown }
  | { readonly error: { readonly code: string; readonly message: string } };

/** An error as the other side of the socket may know it. */
export function describeError(cause: unknown): { code: string; message: string } {
  if (!(cause instanceof Error)) return { code: "UNKNOWN", message: String(cause) };
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
  const fields = cause instanceof Refusal ? cause.problems : [];
  const said = [cause.message, ...fields.map((one) => `${one.field} ${one.code}`)].join(", ");
  return { code, message: said };
}
