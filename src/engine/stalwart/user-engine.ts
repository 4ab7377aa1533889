import type { UserEngine } from "../mail-engine.ts";
import { createBlobs } from "./blobs.ts";
import { createChangedThreads } from "./changed-threads.ts";
import { createChanges } from "./changes.ts";
import { createOpenEventStream } from "./event-stream.ts";
import { createDrafts } from "./drafts.ts";
import { createEvents } from "./events.ts";
import { type Connection, createHttp } from "./http-request.ts";
import { createImport } from "./import-message.ts";
import { createIdentities } from "./identities.ts";
import { createJmapClient } from "./jmap-client.ts";
import { createLimits } from "./limits.ts";
import { createMailboxes } from "./mailboxes.ts";
import { createMailboxSet } from "./mailbox-set.ts";
import { createMessageFile } from "./message-file.ts";
import { createMessages } from "./messages.ts";
import { createPassOn } from "./pass-on.ts";
import { createOverview } from "./overview.ts";
import { getQuota } from "./quota.ts";
import { createSearch } from "./search.ts";
import { createSource } from "./message-source.ts";
import { mailCapability } from "./session.ts";
import { createSieve } from "./sieve.ts";
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
    mailboxes: { list: mailboxes.list, ...createMailboxSet(jmap) },
    threads: createThreads(jmap, mailboxes),
    search: createSearch(jmap, mailboxes),
    messages: {
      ...createMessages(jmap, mailboxes),
      import: createImport(jmap, blobs, mailboxes),
      ...createSource(jmap, blobs),
      file: createMessageFile(jmap),
    },
    blobs,
    drafts: createDrafts(jmap, mailboxes),
    limits: createLimits(jmap),
    identities: createIdentities(jmap),
    sieve: createSieve(jmap, blobs),
    submissions: { ...createSubmissions(jmap, mailboxes), passOn: createPassOn(jmap, blobs, mailboxes) },
    changes: createChanges(jmap),
    changedThreads: createChangedThreads(jmap),
    events: createEvents(jmap, createOpenEventStream(connection)),
    quota: () => getQuota(jmap),
  };
}
