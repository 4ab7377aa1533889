import { mkdirSync } from "node:fs";
import { createDirectory } from "./directory/directory";
import { createConcurrencyGate } from "./http/concurrency-gate";
import type { HttpContext } from "./http/http-context";
import { serveHttp } from "./http/serve-http";
import { coreLimits, type Jmap } from "./jmap/jmap";
import { createMethods } from "./jmap/methods";
import { filterDelivery } from "./jmap/sieve/filter-delivery";
import { toRedirected } from "./jmap/sieve/redirected-message";
import { takeScriptReply, takeVacationReply, type VacationReply } from "./jmap/vacation/vacation-reply";
import { createMailStore } from "./mail/mail-store";
import { createQueue } from "./queue/queue";
import type { EmitEvent } from "./seams";
import { openSmtpListeners } from "./smtp/smtp-listeners";
import { createWebHooks } from "./webhooks/webhooks";

export type EmbeddedEngineOptions = {
  /** Folder of the engine's databases. */
  dataDir: string;
  /** The mail server's own name: greetings, Received headers, bounces. */
  hostname: string;
  /** Address to listen on; loopback by default. */
  bind?: string;
  /** 0 picks a free port, here and below. */
  httpPort: number;
  /** Mail from outside. */
  smtpPort: number;
  /** Mail from mail programs, after sign-in. */
  submissionPort: number;
  /** Basic credentials of the recovery administrator. */
  recoveryAdmin?: { user: string; password: string };
  /** Instead of `recoveryAdmin`: a bearer token with every permission. */
  adminToken?: string;
  /** DNS servers as `address` or `address:port`; the system's when empty. */
  dns?: { servers?: readonly string[]; timeout?: number };
  /** Port of other mail hosts instead of 25, for the trial and for tests. */
  outboundPortOverride?: number;
  /** Base of the session's URLs when the engine is reached under another name. */
  publicUrl?: string;
  log?(entry: Record<string, unknown>): void;
};

export type EmbeddedEngine = {
  baseUrl: string;
  smtpPort: number;
  submissionPort: number;
  /** Waits for mail in delivery, then closes listeners, streams and databases. */
  stop(): Promise<void>;
};

/** Queue ids are 64-bit numbers, which JSON cannot carry. */
const toLoggable = (data: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, typeof value === "bigint" ? String(value) : value]),
  );

/** Opens everything that keeps state; the parts know each other only through the seams. */
function openServices(options: EmbeddedEngineOptions, logError: (action: string, error: unknown) => void) {
  const { dataDir, hostname, dns, outboundPortOverride, recoveryAdmin, adminToken, log = () => {} } = options;
  using opened = new DisposableStack();
  const emit: EmitEvent = (event) => {
    log({ level: "info", service: "engine", action: event.type, ...toLoggable(event.data) });
    webHooks.emit(event);
  };
  const directory = createDirectory({
    dataDir,
    recoveryAdmin,
    adminToken,
    emit,
    openAccount: (accountId) => mail.store.openAccount(accountId),
    destroyAccount: (accountId) => mail.store.destroyAccount(accountId),
    usedDiskQuota: (accountId) => mail.store.usedDiskQuota(accountId),
    onAction: (type) => actions[type]?.(),
  });
  opened.defer(directory.close);
  const webHooks = createWebHooks({ hooks: directory.webHooks });
  opened.defer(webHooks.close);
  const answering = (take: () => VacationReply | null) => {
    try {
      const reply = take();
      if (reply) queue.relay({ returnPath: "", recipients: [reply.recipient], raw: reply.raw, remoteIp: "127.0.0.1" });
    } catch (error) {
      // The message itself has arrived: its delivery must not fail for want of an answer.
      logError("vacation", error);
    }
  };
  const mail = createMailStore({
    dataDir,
    directory,
    onDelivered: (store, delivery) => answering(() => takeVacationReply(store, directory, delivery)),
    answer: (store, delivery, answer) => answering(() => takeScriptReply(store, directory, delivery, answer)),
    filter: (store, delivery) => filterDelivery(store, directory, delivery),
    redirect: (delivery, address) => queue.relay(toRedirected(delivery, address, directory)),
  });
  opened.defer(mail.close);
  const queue = createQueue({ dataDir, directory, store: mail.store, emit, hostname, dns, outboundPortOverride });
  const actions: Record<string, (() => void) | undefined> = {
    PauseMtaQueue: queue.pause,
    ResumeMtaQueue: queue.resume,
    ReloadSettings: webHooks.reload,
  };
  const closing = opened.move();
  const close = async () => {
    await queue.close();
    closing.dispose();
  };
  return { directory, mail, queue, emit, close };
}

/**
 * Starts the small mail server of the trial and of tests in this process: SMTP in and out, JMAP with Stalwart's HTTP contract, all state
 * in `dataDir`. Throws when a port is taken, and leaves nothing open then.
 */
export async function startEmbeddedEngine(options: EmbeddedEngineOptions): Promise<EmbeddedEngine> {
  const { dataDir, hostname, dns, submissionPort, bind = "127.0.0.1", log = () => {} } = options;
  const logError = (action: string, error: unknown) =>
    log({ level: "error", service: "engine", action, result: error instanceof Error ? error.stack : String(error) });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  await using opened = new AsyncDisposableStack();
  const { directory, mail, queue, emit, close } = openServices(options, logError);
  opened.defer(close);
  const { store } = mail;
  const mxPort = options.smtpPort;
  const smtp = await openSmtpListeners({
    directory,
    store,
    queue,
    emit,
    hostname,
    bind,
    mxPort,
    submissionPort,
    dns,
  });
  opened.defer(smtp.close);
  const jmap: Jmap = { mail: mail.mail, store, directory, queue };
  const streams = new Set<() => void>();
  const context: HttpContext = {
    jmap,
    methods: createMethods(jmap),
    managementMethods: new Map([...directory.methods, ...queue.methods]),
    publicUrl: () => options.publicUrl ?? baseUrl,
    requests: createConcurrencyGate("maxConcurrentRequests", coreLimits.maxConcurrentRequests),
    uploads: createConcurrencyGate("maxConcurrentUpload", coreLimits.maxConcurrentUpload),
    streams,
    onManaged: () => streams.forEach((check) => check()),
    onError: logError,
  };
  const http = serveHttp(context, { hostname: bind, port: options.httpPort });
  opened.defer(http.stop);
  const baseUrl = `http://${bind}:${http.port}`;
  const closing = opened.move();
  return {
    baseUrl,
    smtpPort: smtp.mxPort,
    submissionPort: smtp.submissionPort,
    stop: () => closing.disposeAsync(),
  };
}
