import { parseSocieteId } from "#server/tenancy/paths";
import { id, lines } from "./fields.ts";

/** Which société the staff acts on: the only place where an id of a société comes from a request. */
export const societeId = id.transform(parseSocieteId);

/** Why the staff acts; what is missing or too long is said by the use case, at its field. */
export const reason = lines(2_000);
