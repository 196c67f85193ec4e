import { data, type LoaderFunctionArgs } from "@remix-run/node";

type Queries = ReturnType<LoaderFunctionArgs["context"]["queries"]>;

/**
 * Door 2: fill the page's query cache with the same procedures the browser calls, without an HTTP hop.
 * A refusal becomes the page's status (401 → /connexion, 403, 404, 409…). The cache travels as JSON: the API answers
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
    await Promise.all(ask(queries));
  } catch (error) {
    throw context.errorResponse(error, request);
  }
  return data({ cache: JSON.stringify(queries.dehydrate()), owner: context.owner });
}
