import type { InStatement, ResultSet, Transaction } from "@libsql/client";
import { TenancyError } from "./tenancy-error.ts";

/** One job's share of a transaction. Once settled it refuses every statement: a late one would land in a neighbour's. */
export type Savepoint = Pick<Transaction, "execute" | "commit" | "rollback">;

/** Opens a savepoint. `commit` keeps what was written for the transaction's own commit, `rollback` undoes it. */
export async function openSavepoint(transaction: Transaction): Promise<Savepoint> {
  await transaction.execute("SAVEPOINT job");
  let open = true;

  const settle = async (...statements: string[]) => {
    if (!open) return;
    open = false;
    for (const statement of statements) await transaction.execute(statement);
  };
  const closed = () =>
    Promise.reject(new TenancyError("WRITE_CLOSED", "a statement came after the end of its write"));
  return {
    execute: (statement: InStatement): Promise<ResultSet> =>
      open ? transaction.execute(statement) : closed(),
    commit: (): Promise<void> => (open ? settle("RELEASE job") : closed()),
    rollback: () => settle("ROLLBACK TO job", "RELEASE job"),
  };
}
