import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { type AnyForm, ownProblems } from "./define-form";
import { FormReader } from "./form-reader";
import { readForm } from "./read-form.server";
import { strayForm } from "./stray-form.server";

const longestEcho = 2_000;

/**
 * A route's action: a closed list of forms. The same procedures as in the browser, for those without JavaScript.
 * On refusal the page comes back with the problems and with what was typed (bounded; passwords never).
 */
export const writes = (forms: readonly AnyForm[]) => async (args: ActionFunctionArgs) => {
  const { request, context } = args;
  const body = await readForm(request);
  const definition = forms.find(({ procedure }) => procedure === body.get("_procedure"));
  if (!definition) throw data("Formulaire inconnu.", 400);

  const reader = new FormReader(body, context.langue);
  const refused = (failure: object, status: number) =>
    data(
      {
        write: { form: body.get("_form"), typed: echo(body), offline: false, ...failure },
      },
      { status },
    );
  const input: unknown = await definition.read(reader);
  if (reader.problems.length > 0)
    return refused({ refusal: null, details: {}, problems: reader.problems, requestId: null }, 422);
  try {
    const output: unknown = await context.mutate(definition.procedure, input, body.get("_societe"));
    const { pathname, search } = new URL(request.url);
    return redirect(definition.next?.(output, input) ?? pathname + search, {
      status: 303,
      headers: context.takeCookies(),
    });
  } catch (error) {
    const { status, problems, ...failure } = context.failure(error);
    const stray = await strayForm(args, failure, body.get("_societe"));
    if (stray) throw stray;
    return refused({ ...failure, problems: ownProblems(problems, definition.within) }, status);
  }
};

function echo(body: FormData): Record<string, string> {
  const typed: Record<string, string> = Object.create(null);
  for (const [name, value] of body)
    if (typeof value === "string" && !/^_|password/i.test(name))
      typed[name] = value.slice(0, longestEcho);
  return { ...typed };
}
