import encodeQR from "@paulmillr/qr";

/** A QR code as SVG of one path, error level M as EPC069-12 wants it. */
export function qrSvg(payload: string): string {
  const modules = encodeQR(payload, "raw", { ecc: "medium", border: 0 });
  const runs = modules.flatMap((row, y) => darkRuns(row, y));
  const size = modules.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${runs.join("")}"/></svg>`;
}

/** One rectangle per run of dark modules: a fifth of the size of one per module. */
function darkRuns(row: readonly boolean[], y: number): string[] {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const end = row.indexOf(false, x);
    const width = (end < 0 ? row.length : end) - x;
    runs.push(`M${x} ${y}h${width}v1h-${width}z`);
    x += width;
  }
  return runs;
}
