import type postgres from "postgres";
import type { Database, Transaction } from "./client";

/** What a transaction may see (see the isolation migration): a tenant's rows, one row by natural key, or all rows for reading. */
export type Scope = { tenantId: string } | { lookup: string } | { sweep: true };

const settingOf = (scope: Scope): [name: string, value: string] => {
  if ("tenantId" in scope) return ["app.tenant_id", scope.tenantId];
  return "lookup" in scope ? ["app.lookup", scope.lookup] : ["app.scope", "sweep"];
};

/**
 * Runs `work` in one transaction that sees `scope` only. Never hold it open across a call to the engine, DNS or anything else outside.
 * The setting is sent without waiting for its answer: the driver keeps the order of one connection, so it costs no round trip, and
 * if it fails every later statement of the transaction fails too.
 */
export function inScope<T>(db: Database, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const [name, value] = settingOf(scope);
  return db.transaction(async (tx) => {
    const { client } = (tx as unknown as { session: { client: postgres.TransactionSql } }).session;
    const setting = client`select set_config(${name}, ${value}, true)`.execute();
    setting.catch(() => {});
    const result = await work(tx);
    await setting;
    return result;
  });
}
