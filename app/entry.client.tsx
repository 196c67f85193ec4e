import { RemixBrowser } from "@remix-run/react";
import { setNonce } from "get-nonce";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { langueNamed } from "#server/domain/langue";
import { type PageLangue, PageLangueContext } from "./i18n/page-langue";
import { speak, tongueOf } from "./i18n/spoken";
import type { Words } from "./i18n/twin";
import { NonceContext } from "./nonce";

const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
if (nonce) setNonce(nonce);

/** As the page says: its sentences are on their way since its head was read. */
const page: PageLangue = {
  langue: langueNamed(document.documentElement.lang) ?? "fr",
  catalogue: document.querySelector("#catalogue")?.getAttribute("href") ?? "",
};

void fetch(page.catalogue)
  .then((answer) => answer.json())
  .then((words: Words) => {
    speak(tongueOf(page.langue, words));
    startTransition(() => {
      hydrateRoot(
        document,
        <StrictMode>
          <NonceContext.Provider value={nonce}>
            <PageLangueContext.Provider value={page}>
              <RemixBrowser />
            </PageLangueContext.Provider>
          </NonceContext.Provider>
        </StrictMode>,
      );
    });
  });
