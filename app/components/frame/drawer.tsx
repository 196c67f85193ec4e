import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { drawnOnce } from "../../drawn";

type Props = {
  readonly id: string;
  readonly className: string;
  /** What its content follows from: see `drawnOnce`. */
  readonly of: readonly unknown[];
  readonly content: () => ReactNode;
};

/** A menu of the frame: a native popover, closed by Escape, by a click elsewhere and by going to another page. */
export function Drawer({ id, className, of, content }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is what closes it.
  useEffect(() => {
    if (element.current?.matches(":popover-open")) element.current.hidePopover();
  }, [key]);
  return (
    <div
      ref={element}
      id={id}
      className={`menu tiroir ${className}`}
      {...{ popover: "auto" }}
      {...drawnOnce([id, ...of], content)}
    />
  );
}
