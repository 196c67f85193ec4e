import interLatin from "@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from "@remix-run/react";
import {
  type DehydratedState,
  HydrationBoundary,
  QueryClientProvider,
} from "@tanstack/react-query";
import { type ReactNode, useContext, useRef, useState } from "react";
import { I18nextProvider } from "react-i18next";
import { RouteError } from "./components/route-error";
import { i18n } from "./i18n/i18n";
import { NonceContext } from "./nonce";
import { onlyAfterWrites } from "./only-after-writes";
import { pageTitle } from "./page-title";
import { PlainClientContext, useMe } from "./session";
import { type Theme, themeOf } from "./theme";
import { createPlainClient, createQueryClient, createReactClient, trpc } from "./trpc";
import "./tailwind.css";

export const links: LinksFunction = () => [
  { rel: "preload", href: interLatin, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta = () => pageTitle();

export const loader = async ({ context, request }: LoaderFunctionArgs) => ({
  me: await context.caller.auth.me(),
  theme: themeOf(request),
});

/** The session does not change by itself. */
export const shouldRevalidate = onlyAfterWrites;

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const root = useRouteLoaderData("root") as { theme?: Theme | null } | undefined;
  return (
    <html lang="fr" data-theme={root?.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <I18nextProvider i18n={i18n}>{children}</I18nextProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** What the loaders of the routes on screen have prefetched, as one cache. */
function useCache(): DehydratedState {
  const caches = useMatches().flatMap(({ data }) => {
    const cache = (data as { cache?: DehydratedState } | undefined)?.cache;
    return cache ? [cache] : [];
  });
  return { mutations: [], queries: caches.flatMap(({ queries }) => queries) };
}

export default function App() {
  const societeId = useMe()?.member?.societeId ?? null;
  const current = useRef(societeId);
  current.current = societeId;
  const [queryClient] = useState(createQueryClient);
  const [reactClient] = useState(() => createReactClient(() => current.current));
  const [plainClient] = useState(() => createPlainClient(() => current.current));
  return (
    <trpc.Provider client={reactClient} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>
        <PlainClientContext.Provider value={plainClient}>
          <HydrationBoundary state={useCache()}>
            <Outlet />
          </HydrationBoundary>
        </PlainClientContext.Provider>
      </QueryClientProvider>
    </trpc.Provider>
  );
}

export const ErrorBoundary = RouteError;
