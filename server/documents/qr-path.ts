import encodeQR from "@paulmillr/qr";

export type QrPath = {
  /** Modules on a side. */
  readonly size: number;
  /** The dark modules, as the `d` of one SVG path. */
  readonly d: string;
};

/** A QR code as one path, error level M as EPC069-12 wants it, without a border. */
export function qrPath(payload: string): QrPath {
  const modules = encodeQR(payload, "raw", { ecc: "medium", border: 0 });
  return { size: modules.length, d: modules.flatMap((row, y) => darkRuns(row, y)).join("") };
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
