import { scaleBand, scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";
import { chartRooms } from "./chart-rooms";

type Props = {
  readonly bars: readonly {
    readonly key: string;
    /** Under the bar, wide and narrow. */
    readonly name: string;
    readonly short: string;
    readonly value: number;
    /** Above it. */
    readonly text: string;
    readonly isStrong?: boolean;
  }[];
  readonly label: string;
};

const top = 24;
const bottom = 26;
/** Two bars are no walls. */
const thickest = 56;

/** One bar a thing, its value written above it; drawn once for a screen, once for a phone. */
export function BarsChart({ bars, label }: Props) {
  return (["large", "etroit"] as const).map((size) => (
    <Bars key={size} size={size} bars={bars} label={label} />
  ));
}

function Bars({ bars, label, size }: Props & { readonly size: keyof typeof chartRooms.bars }) {
  const { width, height } = chartRooms.bars[size];
  const x = scaleBand({ domain: bars.map(({ key }) => key), range: [0, width], padding: 0.35 });
  const y = scaleLinear({
    domain: [0, Math.max(1, ...bars.map(({ value }) => value))],
    range: [height - bottom, top],
  });
  return (
    <svg
      className={`graphe graphe-${size}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {bars.map(({ key, name, short, value, text, isStrong }) => {
        const left = x(key) ?? 0;
        const middle = left + x.bandwidth() / 2;
        const thick = Math.min(x.bandwidth(), thickest);
        const isSaid = size === "large" || bars.length < 6 || isStrong;
        return (
          <g key={key}>
            <Bar
              className="g-plein"
              x={middle - thick / 2}
              width={thick}
              y={y(Math.max(0, value))}
              height={y(0) - y(Math.max(0, value))}
            />
            {isSaid && (
              <text
                className={isStrong ? "g-val g-fort" : "g-val"}
                x={middle}
                y={y(Math.max(0, value)) - 6}
                textAnchor="middle"
              >
                {text}
              </text>
            )}
            <text className="g-mois" x={middle} y={height - 8} textAnchor="middle">
              {size === "large" ? name : short}
            </text>
          </g>
        );
      })}
      <line className="g-base" x1={0} x2={width} y1={y(0)} y2={y(0)} />
    </svg>
  );
}
