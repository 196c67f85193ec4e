import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

type Handler = ReturnType<typeof createRequestHandler>;
type Routes = ServerBuild["routes"];

/** Addresses whose page is remembered; the oldest are forgotten. */
const addressesKept = 2_000;

/**
 * A handler for each page of the build, made of the routes that page is drawn with and no others. Remix walks every route
 * it is given four times a request, and makes its tables anew each time: a tenth of the cost of a page.
 *
 * @returns the handler of an address; the whole build's for one that is no page
 */
export function createPageHandlers(build: ServerBuild, mode: string): (url: string) => Handler {
  const whole = createRequestHandler(build, mode);
  const tree = treeOf(build.routes);
  const byPage = new Map<string, Handler>();
  const byAddress = new Map<string, Handler>();

  const handlerOf = (pathname: string): Handler => {
    const matches = matchRoutes(tree, pathname);
    const ids = (matches ?? []).map(({ route }) => route.id ?? "");
    const page = ids.at(-1);
    if (page === undefined) return whole;
    const made = byPage.get(page) ?? createRequestHandler(only(build, new Set(ids)), mode);
    byPage.set(page, made);
    return made;
  };

  return (url) => {
    const { pathname, searchParams } = new URL(url);
    if (searchParams.has("_data")) return whole; // names a route by itself
    const known = byAddress.get(pathname);
    if (known) return known;
    const made = handlerOf(pageOf(pathname));
    const [oldest] = byAddress.keys();
    if (oldest !== undefined && byAddress.size >= addressesKept) byAddress.delete(oldest);
    byAddress.set(pathname, made);
    return made;
  };
}

/** The browser's side asks for the data of `/factures` at `/factures.data`. */
const pageOf = (pathname: string) => pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");

type Tree = NonNullable<Parameters<typeof matchRoutes>[0]>;

/** The routes as `matchRoutes` wants them, each under its parent. */
function treeOf(routes: Routes, parentId?: string): Tree {
  return Object.values(routes)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) => ({ id, path, index, children: treeOf(routes, id) }) as Tree[0]);
}

/** The build with the routes of one page. What the browser is told of the others is in a file of its own. */
function only(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const kept = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)));
  return {
    ...build,
    routes: kept(build.routes),
    assets: { ...build.assets, routes: kept(build.assets.routes) },
  };
}
