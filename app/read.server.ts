import { data, type LoaderFunctionArgs } from "@remix-run/node";

type Queries = ReturnType<LoaderFunctionArgs["context"]["queries"]>["ask"];

/**
 * Door 2: read for the page by the same procedures the browser calls, without an HTTP hop.
 * A refusal becomes the page's status (401 → /connexion, 403, 404, 409…). What was read travels as JSON: the API answers
 * nothing else, and Remix's own encoding takes a step for each value of each row.
 *
 * @example loader = (args) => prefetch(args, (q) => [q.clients.list.fetch({ q: "" })])
 */
export async function prefetch(
  { context, request }: Pick<LoaderFunctionArgs, "context" | "request">,
  ask: (queries: Queries) => Promise<unknown>[],
) {
  const queries = context.queries();
  try {
    await Promise.all(ask(queries.ask));
  } catch (error) {
    throw context.errorResponse(error, request);
  }
  return data({
    read: JSON.stringify({ at: Date.now(), answers: queries.own }),
    owner: context.owner,
  });
}
