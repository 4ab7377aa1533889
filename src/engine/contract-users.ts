import { eventually } from "../lib/testing-eventually.ts";
import type { Peer } from "./contract-peer.ts";
import type { UserEngine } from "./mail-engine.ts";
import type { ThreadSummary } from "./mail-objects.ts";
import type { OutgoingMessage } from "./mail-submissions.ts";
import { createUserEngine } from "./stalwart/user-engine.ts";

export type TestUser = {
  address: string;
  authorization: string;
  engine: UserEngine;
  /** HTTP requests made so far. */
  requests: () => number;
};

/** A new mailbox user of the peer, with an engine that counts its requests. `baseUrl` may be that of a proxy. */
export async function testUser(peer: Peer, baseUrl = peer.baseUrl): Promise<TestUser> {
  const { address, authorization } = await peer.newUser();
  return { address, authorization, ...countingEngine(baseUrl, authorization) };
}

/** Several new mailbox users. */
export const testUsers = <N extends 2 | 3>(peer: Peer, count: N) =>
  Promise.all(Array.from({ length: count }, () => testUser(peer))) as Promise<
    N extends 2 ? [TestUser, TestUser] : [TestUser, TestUser, TestUser]
  >;

export function countingEngine(baseUrl: string, authorization: string) {
  let count = 0;
  const counted = (url: string, init: RequestInit) => {
    count++;
    return fetch(url, init);
  };
  return { engine: createUserEngine({ baseUrl, authorization, fetch: counted }), requests: () => count };
}

/** A plain message as it comes from another server. */
export function rawMessage(
  to: string,
  subject: string,
  headers: Record<string, string> = {},
  body = "Hello there.",
): string {
  const fields = {
    From: "Carol Outside <carol@outside.test>",
    To: to,
    Subject: subject,
    Date: new Date().toUTCString().replace("GMT", "+0000"),
    "Message-ID": `<${crypto.randomUUID()}@outside.test>`,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    ...headers,
  };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${head.join("")}\r\n${body.replace(/\r?\n/g, "\r\n")}\r\n`;
}

/** Waits until a folder has a row with this subject. */
export async function rowWith(
  user: TestUser,
  subject: string,
  role: "inbox" | "sent" | "drafts" = "inbox",
): Promise<ThreadSummary> {
  const rows = await eventually(
    async () => (await user.engine.threads.list({ mailbox: { role }, limit: 50 })).threads,
    (threads) => threads.some((thread) => thread.subject === subject),
  );
  return rows.find((thread) => thread.subject === subject) as ThreadSummary;
}

/** A message ready to be sent by `from`, with what a test does not care for filled in. */
export async function outgoing(
  from: TestUser,
  to: string[],
  change: Partial<OutgoingMessage> = {},
): Promise<OutgoingMessage> {
  const identities = await from.engine.identities.list();
  const identity = identities.find(({ email }) => email === from.address);
  if (!identity) throw new Error(`${from.address} has no identity: ${JSON.stringify(identities)}`);
  return {
    identityId: identity.id,
    from: { name: "Ana Núñez", email: from.address },
    to: to.map((email) => ({ name: null, email })),
    cc: [],
    bcc: [],
    subject: `Letter ${crypto.randomUUID()}`,
    text: "Hello, this is plain.",
    html: null,
    messageId: `${crypto.randomUUID()}@${from.address.split("@")[1]}`,
    inReplyTo: [],
    references: [],
    attachments: [],
    holdSeconds: 0,
    ...change,
  };
}
