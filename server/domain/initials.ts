/** « Atelier Lenoir » → « AL », « claire.aubry » → « CA »: what stands for a picture that does not exist. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : ""];
  return `${[...first][0] ?? ""}${[...last][0] ?? ""}`.toLocaleUpperCase("fr");
}
