/**
 * A failure of the store, for operators and logs: never a rule of the business (those are `Refusal`s).
 *
 * `WRITE_NESTED`, `WRITE_CLOSED` and `WRITE_TOO_LONG` are faults of the caller's code.
 */
export type TenancyErrorCode =
  | "BACKUP_MISSING"
  | "BACKUP_RUNNING"
  | "BACKUP_UNREADABLE"
  | "CONTROL_MISSING"
  | "CONTROL_NEWER_SCHEMA"
  | "COPY_FAILED"
  | "DATA_DIR_LOCKED"
  | "DATA_DIR_TOO_LONG"
  | "FILE_SETTINGS"
  | "ID_INVALID"
  | "JOB_UNKNOWN"
  | "MIGRATION_BROKEN"
  | "MIGRATION_NAMES"
  | "PATH_OUTSIDE"
  | "RESTORE_LOSES"
  | "RESTORE_REFUSED"
  | "SOCIETE_NOT_OPEN"
  | "TEMPLATE_UNSOUND"
  | "TENANT_MISMATCH"
  | "TENANT_NEWER_SCHEMA"
  | "WRITE_CLOSED"
  | "WRITE_NESTED"
  | "WRITE_TOO_LONG";

export class TenancyError extends Error {
  override readonly name = "TenancyError";
  readonly code: TenancyErrorCode;

  constructor(code: TenancyErrorCode, message: string, cause?: unknown) {
    super(`${code}: ${message}`, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
