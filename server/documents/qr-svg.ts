import { qrPath } from "./qr-path.ts";

/** A QR code as SVG of one path. */
export function qrSvg(payload: string): string {
  const { size, d } = qrPath(payload);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${d}"/></svg>`;
}
