import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedEngine, type EmbeddedEngineOptions } from "../engine";

const adminToken = "test-administrator";
const password = "correct horse battery 42";
const everything = ["core", "mail", "submission", "vacationresponse", "sieve", "blob", "quota"];
const using = [...everything.map((name) => `urn:ietf:params:jmap:${name}`), "urn:stalwart:jmap"];

export type Answer = Record<string, unknown> & { type?: string };
type Calls = [name: string, args: Record<string, unknown>][];

function createCaller(baseUrl: string, authorization: string) {
  const request = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, baseUrl), { ...init, redirect: "manual", headers: { authorization, ...init.headers } });
  const post = (body: unknown, headers: Record<string, string> = { "content-type": "application/json" }) =>
    request("/jmap/", { method: "POST", headers, body: typeof body === "string" ? body : JSON.stringify(body) });
  const batch = async (...calls: Calls) => {
    const methodCalls = calls.map(([name, args], at) => [name, args, String(at)]);
    const reply = (await (await post({ using, methodCalls })).json()) as {
      methodResponses: [string, Answer, string][];
    };
    return reply.methodResponses;
  };
  const call = async (name: string, args: Record<string, unknown> = {}): Promise<Answer> => {
    const [first] = await batch([name, args]);
    return first?.[1] ?? {};
  };
  return { request, post, batch, call, authorization };
}

export type TestUser = ReturnType<typeof createCaller> & { accountId: string; address: string };

/** A whole engine on free loopback ports with the domain acme.test; `addUser` makes a mailbox user and signs in. */
export async function startTestEngine(options: Partial<EmbeddedEngineOptions> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), "embedded-engine-"));
  const errors: unknown[] = [];
  const engine = await startEmbeddedEngine({
    dataDir,
    hostname: "mail.acme.test",
    httpPort: 0,
    smtpPort: 0,
    submissionPort: 0,
    adminToken,
    dns: { servers: ["127.0.0.1:9"], timeout: 50 },
    log: (entry) => entry.level === "error" && errors.push(entry),
    ...options,
  });
  const admin = createCaller(engine.baseUrl, `Bearer ${adminToken}`);
  const manual = { "@type": "Manual" };
  const create = async (object: string, body: Record<string, unknown>): Promise<string> => {
    const { created, ...rest } = await admin.call(`x:${object}/set`, { create: { k: body } });
    const id = (created as { k?: { id: string } } | undefined)?.k?.id;
    if (!id) throw new Error(JSON.stringify(rest));
    return id;
  };
  const domainId = await create("Domain", {
    name: "acme.test",
    certificateManagement: manual,
    dkimManagement: manual,
    dnsManagement: manual,
  });
  return {
    ...engine,
    admin,
    /** What the engine logged as its own faults. */
    errors,
    addGroup: (name: string) => create("Account", { "@type": "Group", name, domainId }),
    async addUser(name: string, body: Record<string, unknown> = {}): Promise<TestUser> {
      const credentials = { "0": { "@type": "Password", secret: password } };
      const accountId = await create("Account", {
        "@type": "User",
        name,
        domainId,
        description: name,
        credentials,
        ...body,
      });
      const address = `${name}@acme.test`;
      return { ...createCaller(engine.baseUrl, `Basic ${btoa(`${address}:${password}`)}`), accountId, address };
    },
    async close() {
      await engine.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
