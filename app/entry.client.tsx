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

const wordsOf = async (address: string): Promise<Words> => (await fetch(address)).json();

/**
 * Remix decodes what the loaders answered at its first drawing, and suspends where there is nothing to show instead: a click
 * at that instant would end in React's error 345. Asked beforehand, it has decoded by the time React begins.
 */
async function decodeAnswers(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (decoding) {
    await decoding;
  }
}

function hydrate(words: Words): void {
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
}

void Promise.all([wordsOf(page.catalogue), decodeAnswers()]).then(([words]) => hydrate(words));
