import { writeSync } from "node:fs";
import { type LoggerOptions, pino } from "pino";
import { describeError, withoutSecrets } from "./without-secrets.ts";

const secrets = [
  "authorization",
  "cookie",
  "*.password",
  "*.token",
  "*.iban",
  "req.headers.cookie",
];

/** A line that cannot be written, on a full disk, is lost; pino's own stream would end the service, or hold it for ever. */
const standardOutput = {
  write(line: string): void {
    try {
      writeSync(1, line);
    } catch {
      // Nowhere is left to say it.
    }
  },
};

const options: LoggerOptions = {
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
};

/** JSON lines on stdout. No data of the sociétés' own clients goes through here. */
export const log = pino(options, standardOutput);
