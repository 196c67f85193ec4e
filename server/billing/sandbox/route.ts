import type { Form } from "./form.ts";
import type { Json } from "./render.ts";
import type { Sandbox } from "./sandbox.ts";

/** One call of Stripe's API: its answer before expansion. `id` and `sub` are the `:names` of the path, in order. */
export type Handler = (sandbox: Sandbox, form: Form, id: string, sub: string) => Json;

export type Route = readonly [method: "GET" | "POST" | "DELETE", path: string, handle: Handler];
