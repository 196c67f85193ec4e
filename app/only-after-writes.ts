import type { ShouldRevalidateFunction } from "@remix-run/react";

/** For what does not change from page to page: only a form posted to a route asks for it again. */
export const onlyAfterWrites: ShouldRevalidateFunction = ({
  formMethod,
  defaultShouldRevalidate,
}) => (formMethod !== undefined && formMethod !== "GET" ? defaultShouldRevalidate : false);
