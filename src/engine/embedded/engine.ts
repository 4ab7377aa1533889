import { mkdirSync } from "node:fs";
import { createDirectory } from "./directory/directory";
import { createConcurrencyGate } from "./http/concurrency-gate";
import type { HttpContext } from "./http/http-context";
import { serveHttp } from "./http/serve-http";
import { coreLimits, type Jmap } from "./jmap/jmap";
import { createMethods } from "./jmap/methods";
import { takeVacationReply } from "./jmap/vacation/vacation-reply";
import { createMailStore } from "./mail/mail-store";
import { createQueue, type EmbeddedQueue } from "./queue/queue";
import type { EmitEvent, MailStore } from "./seams";
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

/**
 * Starts the small mail server of the trial and of tests in this process: SMTP in and out, JMAP with Stalwart's HTTP contract, all state
 * in `dataDir`. Throws when a port is taken.
 */
export async function startEmbeddedEngine(options: EmbeddedEngineOptions): Promise<EmbeddedEngine> {
  const { dataDir, hostname, dns, outboundPortOverride, log = () => {} } = options;
  const bind = options.bind ?? "127.0.0.1";
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const emit: EmitEvent = (event) => {
    log({ level: "info", service: "engine", action: event.type, ...toLoggable(event.data) });
    parts.webHooks?.emit(event);
  };
  const logError = (action: string, error: unknown) =>
    log({ level: "error", service: "engine", action, result: error instanceof Error ? error.stack : String(error) });
  const parts: { store?: MailStore; webHooks?: ReturnType<typeof createWebHooks>; queue?: EmbeddedQueue } = {};
  const store = () => {
    if (!parts.store) throw new Error("the mail store is not open yet");
    return parts.store;
  };
  const directory = createDirectory({
    dataDir,
    recoveryAdmin: options.recoveryAdmin,
    adminToken: options.adminToken,
    emit,
    openAccount: (accountId) => store().openAccount(accountId),
    destroyAccount: (accountId) => store().destroyAccount(accountId),
    usedDiskQuota: (accountId) => store().usedDiskQuota(accountId),
    onAction: (type) => actions[type]?.(),
  });
  const mail = createMailStore({
    dataDir,
    directory,
    onDelivered: (opened, delivery) => {
      try {
        const reply = takeVacationReply(opened, directory, delivery);
        if (!reply) return;
        parts.queue?.relay({ returnPath: "", recipients: [reply.recipient], raw: reply.raw, remoteIp: bind });
      } catch (error) {
        // The message itself has arrived: its delivery must not fail for want of an answer.
        logError("vacation", error);
      }
    },
  });
  parts.store = mail.store;
  const webHooks = createWebHooks({ hooks: directory.webHooks });
  parts.webHooks = webHooks;
  const queue = createQueue({ dataDir, directory, store: mail.store, emit, hostname, dns, outboundPortOverride });
  parts.queue = queue;
  const actions: Record<string, (() => void) | undefined> = {
    PauseMtaQueue: queue.pause,
    ResumeMtaQueue: queue.resume,
    ReloadSettings: webHooks.reload,
  };
  const { smtpPort: mxPort, submissionPort } = options;
  const smtp = await openSmtpListeners({
    directory,
    store: mail.store,
    queue,
    emit,
    hostname,
    bind,
    mxPort,
    submissionPort,
    dns,
  });
  const jmap: Jmap = { mail: mail.mail, store: mail.store, directory, queue };
  const streams = new Set<() => void>();
  let baseUrl = "";
  const context: HttpContext = {
    jmap,
    methods: createMethods(jmap),
    managementMethods: new Map([...directory.methods, ...queue.methods]),
    publicUrl: () => options.publicUrl ?? baseUrl,
    requests: createConcurrencyGate("maxConcurrentRequests", coreLimits.maxConcurrentRequests),
    uploads: createConcurrencyGate("maxConcurrentUpload", coreLimits.maxConcurrentUpload),
    isReady: () => true,
    streams,
    onManaged: () => streams.forEach((check) => check()),
    onError: logError,
  };
  const http = serveHttp(context, { hostname: bind, port: options.httpPort });
  baseUrl = `http://${bind}:${http.port}`;
  return {
    baseUrl,
    smtpPort: smtp.mxPort,
    submissionPort: smtp.submissionPort,
    async stop() {
      await Promise.all([http.stop(), smtp.close()]);
      await queue.close();
      webHooks.close();
      directory.close();
      mail.close();
    },
  };
}
