import { EngineError } from "./engine-error.ts";
import type { MailEngine, UserEngine } from "./mail-engine.ts";
import { authorizationOf, type ServiceAuth } from "./stalwart/authorization.ts";
import { createDirectory } from "./stalwart/directory.ts";
import type { EngineLog } from "./stalwart/engine-log.ts";
import { createHttp, type Fetch } from "./stalwart/http-request.ts";
import { createJmapClient } from "./stalwart/jmap-client.ts";
import { stalwartCapability } from "./stalwart/session.ts";
import { createUserEngine } from "./stalwart/user-engine.ts";

export type EngineOptions = {
  /** Where the engine answers HTTP, for us. The names it gives itself are not used. */
  baseUrl: string;
  serviceAuth: ServiceAuth;
  fetch?: Fetch;
  /** Hears of every request that failed; never of a credential. */
  log?: EngineLog;
};

/** Mailbox users whose sessions and mailbox ids are kept; the least recently used is forgotten and costs three more requests when back. */
const usersRemembered = 2_000;

/** The mail engine at `baseUrl`: Stalwart, or the embedded engine that answers like it. Connects when first used. */
export function createEngine({ baseUrl, serviceAuth, fetch = globalThis.fetch, log }: EngineOptions): MailEngine {
  if (!/^https?:$/.test(new URL(baseUrl).protocol)) throw new EngineError("refused", `not an HTTP address: ${baseUrl}`);
  const service = createHttp({ baseUrl, authorization: authorizationOf(serviceAuth), fetch, log });
  const serviceJmap = createJmapClient(service, stalwartCapability);
  const users = new Map<string, UserEngine>();

  return {
    directory: createDirectory(serviceJmap),
    forUser(credential) {
      const known = users.get(credential);
      const engine =
        known ?? createUserEngine({ baseUrl, authorization: authorizationOf({ bearer: credential }), fetch, log });
      // A Map keeps insertion order: the first key is the least recently used.
      users.delete(credential);
      users.set(credential, engine);
      const [oldest] = users.keys();
      if (users.size > usersRemembered && oldest !== undefined) users.delete(oldest);
      return engine;
    },
    async check() {
      await serviceJmap.refreshSession();
    },
  };
}
