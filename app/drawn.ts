import type { ReactNode } from "react";
import { langue } from "./i18n/spoken";
import { createMarkupShelf } from "./markup-shelf";
import { NotStatic, staticMarkup } from "./static-markup";

/**
 * Elements as they first stand, as the content of theirs: on the server, drawn at once, or by React where something in
 * them is not static (see `staticMarkup`); in the browser, React's to take over and to keep up to date.
 *
 * @example <tbody {...drawn(rows.map((row) => <Row key={row.id} row={row} />))} />
 */
export const drawn = (children: ReactNode) =>
  import.meta.env.SSR
    ? written(
        () => children,
        () => staticMarkup(children),
      )
    : { children };

function written(make: () => ReactNode, write: () => string) {
  try {
    return { dangerouslySetInnerHTML: { __html: write() } };
  } catch (error) {
    if (error instanceof NotStatic) return { children: make() };
    throw error;
  }
}

/** Some hundreds of frames; a sign takes one or two bytes. */
const shelf = createMarkupShelf(4_000_000);

/**
 * As `drawn`, for what follows from `of` alone, the société included: the server remembers it. Whatever the elements
 * read by a hook must be in `of`.
 */
export function drawnOnce(of: readonly unknown[], make: () => ReactNode) {
  if (!import.meta.env.SSR) return { children: make() };
  const key = JSON.stringify([langue(), of]);
  return written(make, () => shelf.get(key, () => staticMarkup(make())));
}
