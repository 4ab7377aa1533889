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

/**
 * Runs `work` in one transaction that sees `scope` only. Never hold it open across a call to the engine, DNS or anything else outside.
 * The setting is sent without waiting for its answer: the driver keeps the order of one connection, so it costs no round trip, and
 * if it fails every later statement of the transaction fails too.
 */
export function inScope<T>(db: Database, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
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
