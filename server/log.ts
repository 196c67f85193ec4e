import { pino } from "pino";
import { describeError, withoutSecrets } from "./without-secrets.ts";

const secrets = [
  "authorization",
  "cookie",
  "*.password",
  "*.token",
  "*.iban",
  "req.headers.cookie",
];

/** JSON lines on stdout. No data of the sociétés' own clients goes through here. */
export const log = pino({
  level: process.env.NODE_ENV === "test" ? "silent" : "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: {
    err: describeError,
    error: withoutSecrets,
    url: withoutSecrets,
    path: withoutSecrets,
    lastError: withoutSecrets,
  },
  redact: { paths: secrets, censor: "[secret]" },
});
