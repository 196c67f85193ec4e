/** Languages the product is written in; the first is the one spoken to whoever asks for none of them. */
export const langues = ["fr", "en"] as const;
export type Langue = (typeof langues)[number];

export const langueNamed = (name: string | null | undefined): Langue | null =>
  langues.find((langue) => langue === name) ?? null;

/**
 * The language a browser asks for first among ours, from its `Accept-Language` (RFC 9110, 12.5.4).
 *
 * @example acceptedLangue("de, en-GB;q=0.8, fr;q=0.5") // "en"
 */
export function acceptedLangue(header: string | undefined): Langue | null {
  const asked = (header ?? "").slice(0, 500).split(",").map(rangeOf);
  const known = asked.filter(({ langue, weight }) => langue !== null && weight > 0);
  known.sort((a, b) => b.weight - a.weight);
  return known[0]?.langue ?? null;
}

function rangeOf(range: string): { langue: Langue | null; weight: number } {
  const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
  const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
  return { langue: langueNamed(tag.trim().split("-")[0]), weight: Number(quality ?? 1) };
}
