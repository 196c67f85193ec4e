import { useSearchParams } from "@remix-run/react";
import { Flash } from "./flash";

type Props = {
  /** Sentence of each word the parameter `fait` may hold. */
  readonly sentences: Readonly<Record<string, string>>;
};

/** What the previous page has just done, when its address says so. */
export function DoneFlash({ sentences }: Props) {
  const [params] = useSearchParams();
  const done = params.get("fait") ?? "";
  return Object.hasOwn(sentences, done) ? <Flash>{sentences[done]}</Flash> : null;
}
