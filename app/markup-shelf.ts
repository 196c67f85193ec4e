/** Whatever is searched is put in one piece first. */
const empty = /^$/;

/**
 * A string written bit by bit is kept as its bits, four times as heavy, until somebody reads it from one end to the
 * other; every page it becomes a part of would go through them again.
 */
function inOnePiece(html: string): string {
  empty.test(html);
  return html;
}

/** Markup by what it is made of, the oldest forgotten: between `size` and twice as many signs are kept, keys included. */
export function createMarkupShelf(size: number) {
  let young = new Map<string, string>();
  let old = new Map<string, string>();
  let signs = 0;

  const keep = (key: string, html: string) => {
    young.set(key, html);
    signs += key.length + html.length;
    if (signs < size) return;
    old = young; // what is not asked for again before the next turn is forgotten
    young = new Map();
    signs = 0;
  };

  return {
    get(key: string, make: () => string): string {
      const known = young.get(key);
      if (known !== undefined) return known;
      const html = old.get(key) ?? inOnePiece(make());
      keep(key, html);
      return html;
    },
  };
}
