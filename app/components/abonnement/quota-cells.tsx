import { gaugeLevel } from "./gauge-level";
import { GaugeTrack } from "./gauge-track";

const mostCells = 100;

/** One square a facture while they can be counted at a glance, a bar beyond. */
export function QuotaCells({ used, limit }: { readonly used: number; readonly limit: number }) {
  if (limit > mostCells || limit === 0) return <GaugeTrack used={used} limit={limit} />;
  const columns = Math.min(25, limit);
  return (
    <span
      className="cases"
      data-v={gaugeLevel(used, limit)}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, maxWidth: columns * 22 }}
      aria-hidden
    >
      {Array.from({ length: limit }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the squares are all alike.
        <i key={index} data-pris={index < used || undefined} />
      ))}
    </span>
  );
}
