/** What a span says of what it measures: names, counts, codes; never an address, a name or a text somebody typed. */
type Facts = Readonly<Record<string, string | number | boolean>>;

export type Span = {
  readonly name: string;
  /** Who waits: `server` for a request received, `client` for a call made; neither by default. */
  readonly kind?: "server" | "client";
  readonly facts?: Facts;
  /** W3C `traceparent` of somebody trusted: the span goes on with their trace. */
  readonly parent?: string | undefined;
};

/** Adds what is known only later. */
export type Note = (facts: Facts) => void;

export type Tracer = <T>(span: Span, work: (note: Note) => Promise<T>) => Promise<T>;

let tracer: Tracer | null = null;

/** One for the process, as its log. Null: nothing is traced. */
export function setTracer(next: Tracer | null): void {
  tracer = next;
}

export const isTracing = (): boolean => tracer !== null;

const nowhere: Note = () => {};

/** Runs `work` inside a span where traces are exported; alone where they are not. */
export const traced = <T>(span: Span, work: (note: Note) => Promise<T>): Promise<T> =>
  tracer === null ? work(nowhere) : tracer(span, work);
