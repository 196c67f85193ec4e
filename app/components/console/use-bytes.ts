import { useLimitWords } from "../tarifs/use-limit-words";

/** Bytes → « 1,2 Mo », « 1,9 Go ». */
export function useBytes() {
  const { size } = useLimitWords();
  return (bytes: number) => size(bytes / 1_000_000);
}
