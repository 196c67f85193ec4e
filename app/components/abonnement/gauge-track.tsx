import { gaugeLevel } from "./gauge-level";

type Props = { readonly used: number; readonly limit: number; readonly thin?: boolean };

/** A bar filled as far as the limit is used. Its figures stand beside it in words. */
export function GaugeTrack({ used, limit, thin }: Props) {
  const share = limit === 0 ? 1 : Math.min(1, used / limit);
  return (
    <span
      className={thin ? "piste piste--fine" : "piste"}
      data-v={gaugeLevel(used, limit)}
      aria-hidden
    >
      <i style={{ width: `${share * 100}%` }} />
    </span>
  );
}
