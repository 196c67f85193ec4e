type Sign = readonly [name: string, sign: RegExp];

/** The first that fits: most browsers also claim to be the others. */
const browsers: readonly Sign[] = [
  ["Edge", /Edg(?:e|A|iOS)?\//],
  ["Opera", /OPR\//],
  ["Samsung Internet", /SamsungBrowser\//],
  ["Firefox", /(?:Firefox|FxiOS)\//],
  ["Chrome", /(?:Chrome|CriOS)\//],
  ["Safari", /Version\/.+Safari\//],
];

const systems: readonly Sign[] = [
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X|Macintosh/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux/],
];

const found = (signs: readonly Sign[], agent: string): string | null =>
  signs.find(([, sign]) => sign.test(agent))?.[0] ?? null;

/** What a User-Agent says of somebody's device; null where it says nothing known. */
export const deviceOf = (agent: string) => ({
  browser: found(browsers, agent),
  system: found(systems, agent),
});
