import { randomBytes } from "node:crypto";
import type { Clock } from "#server/clock";
import { createAnswer } from "./create-answer.ts";
import { type Due, listDues } from "./due.ts";
import type { StripeEvent } from "./objects/stripe-event.ts";
import { day } from "./periods.ts";
import { render } from "./render.ts";
import { defaultSettings, type Sandbox, type Settings } from "./sandbox.ts";
import { emptyState, type State } from "./state.ts";

/** The version whose shapes the sandbox speaks: the one pinned by the SDK in use. */
const sandboxApiVersion = "2026-10-28.endive";

export type SandboxStoreOptions = {
  readonly clock: Clock;
  /** Checkout, portal and hosted invoices are pages of this origin. */
  readonly pagesOrigin: string;
  readonly settings?: Partial<Settings>;
  /** Where it left off; empty when absent. */
  readonly state?: State;
  /** The only key accepted; any `sk_test_…` when absent. */
  readonly apiKey?: string;
  /** Of calls that fail and deliveries that are lost: from 0 to 1, excluded. */
  readonly random?: () => number;
  /** Called as each event happens, in order. */
  readonly onEvent?: (event: StripeEvent) => void;
  /** Called after anything may have changed; an answer waits for it. */
  readonly keep?: () => Promise<void>;
};

export type SandboxStore = {
  readonly sandbox: Sandbox;
  /** One request of Stripe's API, answered from the state: for a listener as for msw. */
  handle(request: Request): Promise<Response>;
  /** Do everything that is overdue, each at the instant it was due. Whether anything was. */
  settle(): boolean;
  /** What will happen by itself, soonest first. */
  dues(): Due[];
};

/** Stripe's objects, kept in memory, moved by requests and by the clock. No network, no file. */
export function createSandboxStore(options: SandboxStoreOptions): SandboxStore {
  const { clock, pagesOrigin, random = Math.random, keep = async () => {} } = options;
  const state = options.state ?? emptyState();
  const request = { id: null as string | null, idempotency_key: null as string | null };
  let instant: number | null = null;
  const now = () => instant ?? Math.floor(clock().at / 1000);

  const sandbox: Sandbox = {
    state,
    settings: { ...defaultSettings, ...options.settings },
    pagesOrigin,
    now,
    newId,
    emit(type, row, previous) {
      const event: StripeEvent = {
        id: newId("evt"),
        object: "event",
        api_version: sandboxApiVersion,
        created: now(),
        data: {
          object: structuredClone(render(row)),
          ...(previous ? { previous_attributes: previous } : {}),
        },
        livemode: false,
        pending_webhooks: 1,
        request: { ...request },
        type,
      };
      state.events[event.id] = event;
      options.onEvent?.(event);
    },
  };

  const settle = () => {
    const until = now();
    let done = 0;
    for (let due = listDues(sandbox)[0]; due && due.at <= until; due = listDues(sandbox)[0]) {
      instant = due.at;
      try {
        due.run();
        done++;
      } finally {
        instant = null;
      }
    }
    forget(state, until);
    return done > 0;
  };

  const handle = createAnswer({ sandbox, request, settle, keep, random, apiKey: options.apiKey });
  return { sandbox, handle, settle, dues: () => listDues(sandbox) };
}

/** `cus_` and 24 characters: as long as Stripe's, and never the same twice. */
const newId = (prefix: string): string =>
  `${prefix}_${randomBytes(24).toString("base64url").replaceAll(/[-_]/g, "0").slice(0, 24)}`;

/** Events live 30 days at Stripe, answers to idempotency keys one. */
function forget(state: State, now: number): void {
  for (const event of Object.values(state.events))
    if (event.created >= now - 30 * day) break;
    else delete state.events[event.id];
  for (const [key, answer] of Object.entries(state.keptAnswers))
    if (answer.at >= now - day) break;
    else delete state.keptAnswers[key];
}
