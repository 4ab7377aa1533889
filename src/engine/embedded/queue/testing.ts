import { createSocket } from "node:dgram";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Answer, decode, encode } from "dns-packet";
import { SMTPServer } from "smtp-server";
import { createDirectory } from "../directory/directory";
import { allPermissions } from "../directory/permissions";
import type { Delivery, EngineEvent, MailStore, MethodCall } from "../seams";
import { OverQuota } from "../seams";

/**
 * A mail store in memory that keeps the promises of the interface and, as the real one, knows a repeated delivery by its bytes too;
 * `full` accounts throw `OverQuota`.
 */
export function createMemoryStore() {
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

/** Zone data: `"name TYPE"` to the `data` of its records. Everything else does not exist. */
export type Zone = Record<string, unknown[]>;

/** A DNS server on loopback that answers from `zone`, which may be changed at any time. */
export async function openTestDns(zone: Zone) {
  const socket = createSocket("udp4");
  socket.on("message", (data, peer) => {
    const query = decode(data);
    const [question] = query.questions ?? [];
    if (!question) return;
    const name = question.name.toLowerCase();
    const isKnown = Object.keys(zone).some((key) => key.split(" ")[0] === name);
    const answers = (zone[`${name} ${question.type}`] ?? []).map(
      (record) => ({ name: question.name, type: question.type, ttl: 60, data: record }) as Answer,
    );
    socket.send(
      encode({ type: "response", id: query.id ?? 0, flags: isKnown ? 0 : 3, questions: [question], answers }),
      peer.port,
      peer.address,
    );
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return { server: `127.0.0.1:${(socket.address() as AddressInfo).port}`, close: () => void socket.close() };
}

export type Received = { from: string; to: string[]; text: string };

/** A foreign mail host on loopback. `answer` may throw for a recipient or a message, with `responseCode`. */
export async function openSink(answer: { rcpt?(address: string): void; data?(text: string): void } = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onRcptTo({ address }, _session, callback) {
      try {
        answer.rcpt?.(address);
        callback();
      } catch (error) {
        callback(error as Error);
      }
    },
    async onData(stream, session, callback) {
      const text = await new Response(stream as unknown as ReadableStream).text();
      try {
        answer.data?.(text);
      } catch (error) {
        return callback(error as Error);
      }
      const { mailFrom, rcptTo } = session.envelope;
      received.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map((rcpt) => rcpt.address), text });
      callback();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    answer,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** Resolves when `condition` gives something other than false, null or undefined; fails loudly after `timeout` milliseconds. */
export async function until<T>(condition: () => T | false | null | undefined, timeout = 8000): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = condition();
    if (value !== false && value !== null && value !== undefined) return value;
    if (Date.now() > end) throw new Error(`Waited in vain for: ${condition.toString()}`);
    await Bun.sleep(5);
  }
}

/** A refusal with an SMTP code, for `openSink`. */
export const smtpError = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });
