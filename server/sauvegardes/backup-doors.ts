import type { Clock } from "#server/clock";
import type { Archive } from "#server/documents/archive";
import type { OpenControl } from "#server/tenancy/create-control";
import type { Copier } from "#server/tenancy/create-copier";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";
import type { BackupFolder } from "./backup-folder.ts";
import type { Retention } from "./kept-backups.ts";

/** What saving and restoring work on. */
export type BackupDoors = {
  readonly dataDir: string;
  readonly control: OpenControl;
  readonly tenancy: Pick<Tenancy, "openTenant" | "lend" | "openAside" | "drain">;
  readonly archive: Archive;
  readonly copier: Copier;
  readonly folder: BackupFolder;
  readonly retention: Retention;
  readonly clock: Clock;
  /** A société lives on another file now: what is kept elsewhere about it is made anew. */
  readonly onRestored?: (societeId: SocieteId) => Promise<void>;
};
