import type { Problem } from "#server/domain/refusal";
import type { FormReader } from "./form-reader";
import type { InputOf, OutputOf, ProcedurePath } from "./trpc";

/**
 * One form, told once: the procedure it calls, how its fields become the input, where success leads.
 * `<Write form>` uses it in the browser, `writes([form])` in the route's action without JavaScript.
 */
export type FormDefinition<P extends ProcedurePath = ProcedurePath> = {
  readonly procedure: P;
  readonly read: (form: FormReader) => InputOf<P> | Promise<InputOf<P>>;
  /** Where the fields sit in the input (`client` for `client.siren`): problems come back under that path. */
  readonly within?: string;
  /** Path to go to after success; the same page when absent. Always one of ours, never from input. */
  readonly next?: (output: OutputOf<P>, input: InputOf<P>) => string;
};

export const defineForm = <P extends ProcedurePath>(definition: FormDefinition<P>) => definition;

/** For closed lists of forms, whatever the procedure of each. */
export type AnyForm = Pick<FormDefinition, "procedure" | "within"> & {
  // biome-ignore lint/suspicious/noExplicitAny: a form is contravariant in its procedure; only this list erases it.
  readonly read: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly next?: any;
};

/** Problems as the form names its fields. */
export const ownProblems = (problems: readonly Problem[], within?: string): readonly Problem[] =>
  within === undefined
    ? problems
    : problems.map((problem) =>
        problem.field.startsWith(`${within}.`)
          ? { ...problem, field: problem.field.slice(within.length + 1) }
          : problem,
      );
