import { useState } from "react";

/** The pages of a list shown so far, by the cursor each begins after. Another query begins again. */
export function useCursors(first: string | null, query: unknown) {
  const key = JSON.stringify([first, query]);
  const [state, setState] = useState({ key, more: [] as readonly string[] });
  const more = state.key === key ? state.more : [];
  return {
    cursors: [first, ...more],
    add: (cursor: string) => setState({ key, more: [...more, cursor] }),
  };
}
