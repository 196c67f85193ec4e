const browsers = ["edge", "opera", "firefox", "chrome", "safari", "autre"] as const;
const systems = ["iphone", "ipad", "android", "windows", "mac", "linux", "autre"] as const;

const browserSigns: readonly [RegExp, (typeof browsers)[number]][] = [
  [/\bEdg(?:e|A|iOS)?\//, "edge"],
  [/\bOPR\//, "opera"],
  [/\b(?:Firefox|FxiOS)\//, "firefox"],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, "chrome"],
  [/\bSafari\//, "safari"],
];

const systemSigns: readonly [RegExp, (typeof systems)[number]][] = [
  [/\biPhone\b/, "iphone"],
  [/\biPad\b/, "ipad"],
  [/\bAndroid\b/, "android"],
  [/\bWindows\b/, "windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "mac"],
  [/\bLinux\b|\bX11\b/, "linux"],
];

/** Browser and system as somebody would name them; the order matters, since every browser also claims to be others. */
export function deviceOf(agent: string): {
  readonly browser: (typeof browsers)[number];
  readonly system: (typeof systems)[number];
} {
  return {
    browser: browserSigns.find(([sign]) => sign.test(agent))?.[1] ?? "autre",
    system: systemSigns.find(([sign]) => sign.test(agent))?.[1] ?? "autre",
  };
}
