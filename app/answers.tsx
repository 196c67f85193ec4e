import { createContext, useContext } from "react";

/** What the loaders answered, as Remix encodes it; on the server only. */
export const AnswersContext = createContext("");

/**
 * Hands the loaders' answers over to the browser's side of Remix, after its scripts. In the browser it draws nothing:
 * what stands at the end of the body is left alone.
 */
export function Answers({ nonce }: { readonly nonce: string | undefined }) {
  const text = useContext(AnswersContext);
  if (text === "") return null;
  const stream = "window.__remixContext.streamController";
  const script = `${stream}.enqueue(${quoted(text)});${stream}.close();`;
  return (
    <script
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, with every sign that could leave the script escaped.
      dangerouslySetInnerHTML={{ __html: script }}
    />
  );
}

const unsafe = /[&><\u2028\u2029]/g;

/** A string as the source of a script that stands in a page: nothing in it can end the script or open a comment. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    unsafe,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
