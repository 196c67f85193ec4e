import { scaleBand, scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";
import { useTranslation } from "react-i18next";
import { shortMonth, thousands } from "../pilotage/month-words";
import { chartRooms } from "./chart-rooms";

type TurnoverMonth = {
  readonly mois: string;
  readonly now: number;
  readonly before: number;
};

type Props = {
  readonly months: readonly TurnoverMonth[];
  /** The running or chosen month, in bold. */
  readonly current: string;
  readonly label: string;
};

const sizes = {
  large: { ...chartRooms.turnover.large, left: 44, bar: 21 },
  etroit: { ...chartRooms.turnover.etroit, left: 30, bar: 10 },
} as const;

const top = 24;
const bottom = 26;
const gap = 2;

/** Twelve months, this year filled beside last year hollow: they stay apart in grey. Once for a screen, once for a phone. */
export function TurnoverChart({ months, current, label }: Props) {
  return (["large", "etroit"] as const).map((size) => (
    <Months key={size} size={size} months={months} current={current} label={label} />
  ));
}

function Months({ months, current, label, size }: Props & { readonly size: keyof typeof sizes }) {
  const { width, height, left, bar } = sizes[size];
  const amounts = months.flatMap(({ now, before }) => [now, before]);
  const x = scaleBand({ domain: months.map(({ mois }) => mois), range: [left, width - 4] });
  const y = scaleLinear({
    domain: [Math.min(0, ...amounts), Math.max(100_000, ...amounts)],
    range: [height - bottom, top],
    nice: 4,
  });
  const { t } = useTranslation("pilotage");
  const axisOf = (nombre: string) => (size === "large" ? t("milliers", { nombre }) : `${nombre}k`);
  const zero = y(0);
  const bars = months.map((month) => {
    const middle = (x(month.mois) ?? 0) + x.bandwidth() / 2;
    return { ...month, middle, before: spanOf(y, month.before), now: spanOf(y, month.now) };
  });
  return (
    <svg
      className={`graphe graphe-${size}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line className="g-grille" x1={left} x2={width - 4} y1={y(tick)} y2={y(tick)} />
          <text className="g-axe" x={left - 8} y={y(tick) + 4} textAnchor="end">
            {tick === 0 ? "0" : axisOf(thousands(tick).replace(/[.,]0$/, ""))}
          </text>
        </g>
      ))}
      {bars.map(({ mois, middle, before, now }) => (
        <g key={mois}>
          <Bar className="g-avant" x={middle - bar - gap / 2} width={bar} {...before} />
          <Bar className="g-plein" x={middle + gap / 2} width={bar} {...now} />
          <text
            className={mois === current ? "g-mois g-fort" : "g-mois"}
            x={middle}
            y={height - 8}
            textAnchor="middle"
          >
            {size === "large" ? shortMonth(mois) : shortMonth(mois).charAt(0).toUpperCase()}
          </text>
        </g>
      ))}
      {months.map(({ mois, now }) => {
        const isSaid = now > 0 && (size === "large" || mois === current);
        if (!isSaid) return null;
        const middle = (x(mois) ?? 0) + x.bandwidth() / 2 + (bar + gap) / 2;
        return (
          <text
            key={mois}
            className={mois === current ? "g-val g-fort" : "g-val"}
            x={middle}
            y={y(now) - 6}
            textAnchor="middle"
          >
            {thousands(now)}
          </text>
        );
      })}
      <line className="g-base" x1={left} x2={width - 4} y1={zero} y2={zero} />
    </svg>
  );
}

/** From zero, upwards or downwards: a month of avoirs is below. */
function spanOf(y: (value: number) => number, value: number) {
  return { y: Math.min(y(value), y(0)), height: Math.abs(y(value) - y(0)) };
}
