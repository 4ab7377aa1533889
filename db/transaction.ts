import type postgres from "postgres";
import type { Database, Transaction } from "./client";

/**
 * What a transaction may see (see the isolation migrations): a tenant's rows, what belongs to a person, both, one row by natural key,
 * or all rows for reading.
 */
export type Scope =
  { tenantId: string; personId?: string } | { personId: string } | { lookup: string } | { sweep: true };

const settingsOf = (scope: Scope) => {
  if ("lookup" in scope) return { "app.lookup": scope.lookup };
  if ("sweep" in scope) return { "app.scope": "sweep" };
  return {
    ...("tenantId" in scope ? { "app.tenant_id": scope.tenantId } : {}),
    ...(scope.personId === undefined ? {} : { "app.person_id": scope.personId }),
  };
};

/** How often a transaction is begun at most, when it and another wait for each other's rows. */
const attempts = 4;

/**
 * Runs `work` in one transaction that sees `scope` only. Never hold it open across a call to the engine, DNS or anything else outside: when two
 * transactions wait for each other, PostgreSQL ends one of them, and its `work` is done anew.
 */
export async function inScope<T>(db: Database, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await once(db, scope, work);
    } catch (error) {
      if (attempt === attempts || !isDeadlock(error)) throw error;
      await Bun.sleep(crypto.getRandomValues(new Uint8Array(1))[0]! % (20 * attempt));
    }
}

const isDeadlock = (error: unknown): boolean => {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return (code ?? cause?.code) === "40P01";
};

/**
 * The setting is sent without waiting for its answer: the driver keeps the order of one connection, so it costs no round trip, and
 * if it fails every later statement of the transaction fails too.
 */
function once<T>(db: Database, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const settings = JSON.stringify(settingsOf(scope));
  return db.transaction(async (tx) => {
    const { client } = (tx as unknown as { session: { client: postgres.TransactionSql } }).session;
    const setting = client`select set_config(key, value, true) from json_each_text(${settings}::text::json)`.execute();
    setting.catch(() => {});
    const result = await work(tx);
    await setting;
    return result;
  });
}
