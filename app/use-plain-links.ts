import { useNavigate } from "@remix-run/react";
import type { MouseEvent } from "react";

/** What following a link does to the history and to the place on the page. */
const ways = {
  page: {},
  vue: { preventScrollReset: true },
  tri: { preventScrollReset: true, replace: true },
} as const;

/** How a link with `data-lien` is followed. */
type Way = keyof typeof ways;

/**
 * Lists and menus hold plain links, far cheaper to draw by the dozen than the router's; one handler around them keeps
 * the navigation inside the page.
 */
export function usePlainLinks() {
  const navigate = useNavigate();
  return (event: MouseEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a[data-lien]");
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
    if (!link || !isPlain || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    navigate(link.pathname + link.search, ways[link.dataset["lien"] as Way]);
  };
}
