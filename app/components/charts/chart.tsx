import {
  type ComponentProps,
  type ComponentType,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { chartRooms } from "./chart-rooms";
import { type Charts, ChartsContext } from "./charts-context";

type ChartName = keyof Charts;
type Props<Name extends ChartName> = {
  readonly name: Name;
  /** What it shows: plain values. */
  readonly of: ComponentProps<Charts[Name]>;
};

/**
 * A chart, which stands in the page as the server drew it. The library that draws is fetched once what it shows has
 * changed, or on a page that the server did not draw; until then the former drawing stays, or its room.
 */
export function Chart<Name extends ChartName>({ name, of }: Props<Name>) {
  const shown = JSON.stringify(of);
  const isFirstDrawing = useIsFirstDrawing();
  const [standing] = useState(isFirstDrawing ? shown : null);
  const fetched = useFetched(standing !== shown);
  const charts = useContext(ChartsContext) ?? fetched;
  if (charts) {
    const Drawing = charts[name] as ComponentType<object>;
    return (
      <div key="drawing">
        <Drawing {...of} />
      </div>
    );
  }
  const isGone = standing === null || fetched === null;
  return isGone ? <Room key="room" name={name} /> : <Standing key="standing" />;
}

const never = () => () => {};

/** While the browser takes over what the server drew, and on the server. */
const useIsFirstDrawing = (): boolean =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  );

/** Undefined until they are wanted and have come; null when they cannot: the table behind each chart says as much. */
function useFetched(isWanted: boolean): Charts | null | undefined {
  const [fetched, setFetched] = useState<Charts | null>();
  useEffect(() => {
    if (isWanted)
      import("./charts").then(
        ({ charts }) => setFetched(charts),
        () => setFetched(null),
      );
  }, [isWanted]);
  return fetched;
}

const asItStands = { __html: "" };

/** React leaves alone what it finds inside. */
const Standing = () => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing is set.
  <div dangerouslySetInnerHTML={asItStands} suppressHydrationWarning />
);

function Room({ name }: { readonly name: ChartName }) {
  return (["large", "etroit"] as const).map((size) => {
    const { width, height } = chartRooms[name][size];
    return (
      <svg
        key={size}
        className={`graphe graphe-${size}`}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden
      />
    );
  });
}
