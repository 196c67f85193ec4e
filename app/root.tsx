import interLatin from "@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunction,
  useMatches,
  useRouteLoaderData,
} from "@remix-run/react";
import {
  type DehydratedState,
  HydrationBoundary,
  QueryClientProvider,
} from "@tanstack/react-query";
import { type ReactNode, useContext, useMemo, useState } from "react";
import { I18nextProvider } from "react-i18next";
import { cacheOf, type Read } from "./answer";
import { Answers } from "./answers";
import { ErrorPage } from "./components/error-page";
import { RouteError } from "./components/route-error";
import { dismissedOf } from "./dismissed-notice";
import { useForgetDrafts } from "./forget-drafts";
import { PageLangueContext } from "./i18n/page-langue";
import { i18n } from "./i18n/spoken";
import { NonceContext } from "./nonce";
import { onlyAfterWrites } from "./only-after-writes";
import { pageTitle } from "./page-title";
import { type Me, PlainClientContext, useMe } from "./session";
import { type Theme, themeOf } from "./theme";
import { createPlainClient, createQueryClient, createReactClient, trpc } from "./trpc";
import "./tailwind.css";

export const links: LinksFunction = () => [
  { rel: "preload", href: interLatin, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
];

export const meta = () => pageTitle();

export const loader = async ({ context, request }: LoaderFunctionArgs) => ({
  me: await context.caller.auth.me(),
  theme: themeOf(request),
  dismissed: dismissedOf(request),
  isSandbox: context.isSandbox,
});

/** The session does not change by itself; when the service says that it did, the page asks again without moving. */
export const shouldRevalidate: ShouldRevalidateFunction = (args) =>
  args.currentUrl.href === args.nextUrl.href || onlyAfterWrites(args);

type RootData = { readonly theme?: Theme | null; readonly me?: Me };

/** The société's icon, and the product installed under its name; ours where there is none. */
function Brand({ slug }: { readonly slug: string | null }) {
  if (slug === null) return <link rel="icon" href="/favicon.svg" type="image/svg+xml" />;
  return (
    <>
      <link rel="icon" href={`/marque/${slug}/icone.svg`} type="image/svg+xml" />
      <link rel="manifest" href={`/marque/${slug}/manifest.webmanifest`} />
    </>
  );
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const { langue, catalogue } = useContext(PageLangueContext);
  const root = useRouteLoaderData("root") as RootData | undefined;
  return (
    <html lang={langue} data-theme={root?.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link id="catalogue" rel="preload" as="fetch" crossOrigin="anonymous" href={catalogue} />
        <Brand slug={root?.me?.member?.slug ?? null} />
        <Meta />
        <Links />
      </head>
      <body>
        <I18nextProvider i18n={i18n()}>{children}</I18nextProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
        <Answers nonce={nonce} />
      </body>
    </html>
  );
}

type Prefetched = { readonly read?: string; readonly owner?: string | null };

/** Who this page is for: the person and the société, as `prefetch` names them. */
function useOwner(): string | null {
  const me = useMe();
  return me?.member ? `${me.user.id} ${me.member.societeId}` : null;
}

/**
 * What the loaders of the routes on screen have read, as one cache; null when one of them answered for another person or
 * another société than the page's: the session changed in another tab, and nothing may be mixed.
 */
function useCache(): DehydratedState | null {
  const owner = useOwner();
  const loaded = useMatches().flatMap(({ data }) => {
    const { read, owner: whose } = (data ?? {}) as Prefetched;
    return read === undefined ? [] : [{ read, whose }];
  });
  const isMixed = loaded.some(({ whose }) => whose !== owner);
  const texts = isMixed ? "" : `[${loaded.map(({ read }) => read).join()}]`;
  return useMemo(() => (texts === "" ? null : joined(texts)), [texts]);
}

/** The server draws from the answers themselves. */
const joined = (texts: string): DehydratedState =>
  cacheOf(import.meta.env.SSR ? [] : (JSON.parse(texts) as Read[]));

/** Another person or société is another memory: nothing read for one is shown to the other. */
export default function App() {
  return <Memory key={useOwner()} />;
}

function Memory() {
  useForgetDrafts();
  const cache = useCache();
  const societeId = useMe()?.member?.societeId ?? null;
  const [queryClient] = useState(createQueryClient);
  const [reactClient] = useState(() => createReactClient(() => societeId));
  const [plainClient] = useState(() => createPlainClient(() => societeId));
  return (
    <trpc.Provider client={reactClient} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>
        <PlainClientContext.Provider value={plainClient}>
          {cache ? (
            <HydrationBoundary state={cache}>
              <Outlet />
            </HydrationBoundary>
          ) : (
            <ErrorPage status={409} refusal="SOCIETE_MISMATCH" details={{}} requestId={null} />
          )}
        </PlainClientContext.Provider>
      </QueryClientProvider>
    </trpc.Provider>
  );
}

export const ErrorBoundary = RouteError;
