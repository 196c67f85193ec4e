import type { ReactNode } from "react";
import { staticMarkup } from "./static-markup";

/**
 * Rows without state, as the content of their element: on the server, drawn at once; in the browser, React's to take
 * over and to keep up to date.
 *
 * @example <tbody {...drawn(rows.map((row) => <Row key={row.id} row={row} />))} />
 */
export const drawn = (children: ReactNode) =>
  import.meta.env.SSR
    ? { dangerouslySetInnerHTML: { __html: staticMarkup(children) } }
    : { children };
