import type { UserEngine } from "../mail-engine.ts";
import { createBlobs } from "./blobs.ts";
import { createChanges } from "./changes.ts";
import { createOpenEventStream } from "./event-stream.ts";
import { createEvents } from "./events.ts";
import { type Connection, createHttp } from "./http-request.ts";
import { createImport } from "./import-message.ts";
import { createIdentities } from "./identities.ts";
import { createJmapClient } from "./jmap-client.ts";
import { createMailboxes } from "./mailboxes.ts";
import { createMessages } from "./messages.ts";
import { createOverview } from "./overview.ts";
import { getQuota } from "./quota.ts";
import { mailCapability } from "./session.ts";
import { createSubmissions } from "./submissions.ts";
import { createThreads } from "./threads.ts";

/**
 * The mail half of the port as one credential. It keeps the JMAP session and the ids of the roles, and limits its own calls in flight:
 * callers with the same credential should share one.
 */
export function createUserEngine(connection: Connection): UserEngine {
  const jmap = createJmapClient(createHttp(connection), mailCapability);
  const mailboxes = createMailboxes(jmap);
  const blobs = createBlobs(jmap);
  return {
    overview: createOverview(jmap, mailboxes),
    mailboxes: { list: mailboxes.list },
    threads: createThreads(jmap, mailboxes),
    messages: { ...createMessages(jmap), import: createImport(jmap, blobs, mailboxes) },
    blobs,
    identities: createIdentities(jmap),
    submissions: createSubmissions(jmap, mailboxes),
    changes: createChanges(jmap),
    events: createEvents(jmap, createOpenEventStream(connection)),
    quota: () => getQuota(jmap),
  };
}
