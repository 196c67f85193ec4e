import path from "node:path";

const app = path.join(import.meta.dirname, "../app") + path.sep;
const routeMark = "?__remix-build-client-route";

/** Enough of the pages behind the log-in read it that the others may carry it. */
const pagesSharing = 8;

/**
 * Which file of the browser's build a module goes to, as Rollup's `manualChunks` asks. Left alone, Rollup writes a file for
 * each set of pages: 250 of them, each compressed without the words of the others. `base` holds what every page needs,
 * `socle` what the frame and most pages behind it do; pages keep a file each, and what few of them share stays as Rollup has it.
 *
 * Each set holds all that its own modules import, or a file would have to wait for the one that reads it.
 */
export function createSharedChunks() {
  let chunks = null;
  return (id, { getModuleIds, getModuleInfo }) => {
    chunks ??= chunksOf([...getModuleIds()], getModuleInfo);
    return chunks.get(id);
  };
}

function chunksOf(ids, getModuleInfo) {
  const reached = (from) => reachedFrom(from, getModuleInfo);
  const base = reached(ids.filter(isEverywhere));
  const frame = reached(ids.filter((id) => id.startsWith(`${app}routes/_app.tsx`)));
  const sharing = new Map();
  for (const page of ids.filter(isPage))
    for (const id of reached([page])) sharing.set(id, (sharing.get(id) ?? 0) + 1);

  const outside = reached(ids.filter((id) => isRoute(id) && !behindTheLogIn.test(id)));
  const isShared = (id) => frame.has(id) || (sharing.get(id) ?? 0) >= pagesSharing;

  const chunks = new Map();
  for (const id of ids.filter(isShared)) chunks.set(id, outside.has(id) ? "commun" : "socle");
  for (const id of base) chunks.set(id, "base");
  for (const id of chunks.keys()) if (isOwn(id)) chunks.delete(id);
  return chunks;
}

/** The entry and the root are on every page. */
const isEverywhere = (id) =>
  id.startsWith(`${app}entry.client.tsx`) || id.startsWith(`${app}root.tsx`);

const behindTheLogIn = /\/app\/routes\/(?:_app|compte|console)/;
const isRoute = (id) => id.startsWith(`${app}routes/`) && id.endsWith(routeMark);
const isPage = (id) => isRoute(id) && id.startsWith(`${app}routes/_app.`);

/** Pages and styles keep the files that Remix looks for. */
const isOwn = (id) =>
  isEverywhere(id) || id.startsWith(`${app}routes/`) || /\.css(?:\?|$)/.test(id);

/** Listed by its library beside what every page needs, and read by a few. */
const seldom = /html-parse-stringify|react-i18next\/dist\/es\/(?:Icu)?Trans/;

/** All that modules import, themselves included, however far; what is only asked for later is not. */
function reachedFrom(from, getModuleInfo) {
  const reached = new Set(from);
  for (const id of reached)
    for (const next of getModuleInfo(id)?.importedIds ?? [])
      if (!seldom.test(next)) reached.add(next);
  return reached;
}
