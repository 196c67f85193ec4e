const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

const linear = (value: number) =>
  value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast ratio of two `#rrggbb` colours, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

/** Black or white, whichever reads on this background; white wherever it reaches 4.5:1. */
export const textOn = (background: string): string =>
  contrast(background, "#ffffff") >= 4.5 ? "#ffffff" : "#000000";

/** The colour, darkened until it reads as text on white (4.5:1). */
export function readableInk(color: string): string {
  if (contrast(color, "#ffffff") >= 4.5) return color;
  const darker = channels(color).map((value) =>
    Math.floor(value * 0.9)
      .toString(16)
      .padStart(2, "0"),
  );
  return readableInk(`#${darker.join("")}`);
}
