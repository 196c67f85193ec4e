import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Closings after which the collector runs, about 5 ms each time. */
const every = 10;

/**
 * `close()` of libSQL gives its descriptors back only at garbage collection (tursodatabase/libsql-js#230): under
 * `ulimit -n 1024`, a pool that evicts in series dies without this. Call the result after each closing.
 */
export function createDescriptorCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  let closings = 0;
  return () => {
    closings++;
    if (closings % every === 0) setImmediate(collect);
  };
}
