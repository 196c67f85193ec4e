import { useNavigate } from "@remix-run/react";
import type { MouseEvent } from "react";

/**
 * Rows hold plain links, far cheaper to render by the hundred than the router's; one handler on the table keeps the
 * navigation inside the page.
 */
export function useRowLinks() {
  const navigate = useNavigate();
  return (event: MouseEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a.rang-lien");
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
    if (!link || !isPlain || event.defaultPrevented) return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  };
}
