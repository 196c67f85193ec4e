import { gaugeLevel } from "./gauge-level";

type Props = {
  readonly used: number;
  readonly limit: number;
  readonly thin?: boolean;
  readonly calm?: boolean;
};

/** A bar filled as far as the limit is used; `calm` where full is usual. Its figures stand beside it in words. */
export function GaugeTrack({ used, limit, thin, calm }: Props) {
  const share = limit === 0 ? 1 : Math.min(1, used / limit);
  return (
    <span
      className={thin ? "piste piste--fine" : "piste"}
      data-v={calm ? undefined : gaugeLevel(used, limit)}
      aria-hidden
    >
      <i style={{ width: `${share * 100}%` }} />
    </span>
  );
}
