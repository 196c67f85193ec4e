import { audit } from "./schema/audit.ts";
import { memberships } from "./schema/memberships.ts";
import { outbox } from "./schema/outbox.ts";
import { sessions } from "./schema/sessions.ts";
import { societes } from "./schema/societes.ts";
import { throttles } from "./schema/throttles.ts";
import { tokens } from "./schema/tokens.ts";
import { users } from "./schema/users.ts";

/** Who may enter. Its table names never occur in a société's database. */
export const controlSchema = {
  audit,
  memberships,
  outbox,
  sessions,
  societes,
  throttles,
  tokens,
  users,
};
