import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Delivery, type EngineEvent, type MailStore, type MethodCall, OverQuota } from "../seams";
import { createDirectory } from "./directory";
import { allPermissions } from "./permissions";

/**
 * A mail store in memory that keeps the promises of the interface and, as the real one, knows a repeated delivery by its bytes too;
 * `full` accounts throw `OverQuota`.
 */
function createMemoryStore() {
  const mail: (Delivery & { text: string })[] = [];
  const byDelivery = new Map<string, string>();
  const full = new Set<string>();
  const opened = new Set<string>();
  const store: MailStore = {
    openAccount: (accountId) => void opened.add(accountId),
    destroyAccount: (accountId) => void opened.delete(accountId),
    async deliver(delivery) {
      const key = `${delivery.deliveryId} ${Bun.hash(delivery.raw)}`;
      const known = delivery.deliveryId && byDelivery.get(key);
      if (known) return { emailId: known };
      if (full.has(delivery.accountId)) throw new OverQuota();
      mail.push({ ...delivery, text: Buffer.from(delivery.raw).toString() });
      const emailId = "b".repeat(mail.length);
      byDelivery.set(key, emailId);
      return { emailId };
    },
    usedDiskQuota: (accountId) =>
      full.has(accountId)
        ? Number.MAX_SAFE_INTEGER
        : mail.filter((m) => m.accountId === accountId).reduce((sum, m) => sum + m.raw.byteLength, 0),
    readBlob: () => null,
  };
  return { store, mail, full, opened };
}

const folders = join(tmpdir(), "embedded-engine-tests");
const keepFor = 10 * 60_000;

/** A new folder. Those of earlier runs go with the first one of this run: a test runner tells nobody that it ends. */
export function temporaryFolder(): string {
  mkdirSync(folders, { recursive: true });
  prune();
  return mkdtempSync(join(folders, "data-"));
}

let isPruned = false;
function prune(): void {
  if (isPruned) return;
  isPruned = true;
  for (const name of readdirSync(folders)) {
    const folder = join(folders, name);
    const isOld = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) > keepFor;
    if (isOld) rmSync(folder, { recursive: true, force: true });
  }
}

/** A directory on disk with a memory store, and a caller for its methods as the recovery administrator. */
export function openTestDirectory(dataDir = temporaryFolder(), now?: () => Date) {
  const events: EngineEvent[] = [];
  const memory = createMemoryStore();
  const directory = createDirectory({
    dataDir,
    recoveryAdmin: { user: "admin", password: "recovery" },
    emit: (event) => void events.push(event),
    ...memory.store,
    ...(now ? { now } : {}),
  });
  const createdIds = new Map<string, string>();
  const callAs = async (caller: Partial<MethodCall>, name: string, args: Record<string, unknown>) => {
    const method = directory.methods.get(name);
    if (!method) throw new Error(`No method ${name}`);
    const principal = caller.principal ?? { accountId: "zz", emailAddress: "admin", permissions: allPermissions };
    const call: MethodCall = {
      principal,
      accountId: principal.accountId,
      using: new Set(),
      createdIds,
      ip: "127.0.0.1",
      ...caller,
    };
    return (await method(call, args)) as Record<string, Record<string, Record<string, unknown>> | undefined>;
  };
  const call = (name: string, args: Record<string, unknown>) => callAs({}, name, args);
  /** Creates one object and gives its id (and secret). Throws the SetError. */
  const create = async (object: string, body: Record<string, unknown>, caller: Partial<MethodCall> = {}) => {
    const { created, notCreated } = await callAs(caller, `x:${object}/set`, { create: { k: body } });
    if (!created?.k) throw new Error(JSON.stringify(notCreated?.k));
    return created.k as { id: string; secret?: string };
  };
  const createDomain = (name: string) => create("Domain", { name, dkimManagement: { "@type": "Manual" } });
  const createUser = (name: string, domainId: string, more: Record<string, unknown> = {}) =>
    create("Account", {
      "@type": "User",
      name,
      domainId,
      credentials: { "0": { "@type": "Password", secret: "correct horse battery 42" } },
      ...more,
    });
  return { directory, events, ...memory, call, callAs, create, createDomain, createUser, dataDir };
}
