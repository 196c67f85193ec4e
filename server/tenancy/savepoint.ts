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
  const assertOpen = () => {
    if (!open)
      throw new TenancyError("WRITE_CLOSED", "a statement came after the end of its write");
  };
  return {
    async execute(statement: InStatement): Promise<ResultSet> {
      assertOpen();
      return transaction.execute(statement);
    },
    async commit() {
      assertOpen();
      await settle("RELEASE job");
    },
    rollback: () => settle("ROLLBACK TO job", "RELEASE job"),
  };
}
