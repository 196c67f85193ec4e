import { fold } from "#server/domain/search";

/** A text whose part that answers what was typed is underlined, accents and ligatures aside. */
export function Matched({ text, typed }: { readonly text: string; readonly typed: string }) {
  const wanted = fold(typed);
  const [start, end] = wanted === "" ? [0, 0] : rangeOf(text, wanted);
  if (start === end) return <>{text}</>;
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  );
}

/** Folding changes lengths (œ → oe): the range is found letter by letter in the text itself. */
function rangeOf(text: string, wanted: string): readonly [number, number] {
  const ends: number[] = [];
  let folded = "";
  for (const [index, char] of [...text].entries()) {
    const piece = /\s/.test(char) ? " " : fold(char);
    for (const _ of piece) ends.push(index);
    folded += piece;
  }
  const at = folded.indexOf(wanted);
  const letters = [...text];
  const offset = (letter: number) => letters.slice(0, letter).join("").length;
  const [first, last] = [ends[at], ends[at + wanted.length - 1]];
  return first === undefined || last === undefined ? [0, 0] : [offset(first), offset(last + 1)];
}
