import { appliedUser, password, tenantWithDomain } from "~/features/users/server/testing-users";
import { type MailboxCtx, mailboxContext } from "~/server/context";
import type { Services } from "~/server/services";
import { testBrowser } from "~/server/testing-browser";
import { withEngine } from "./session-engine";
import { signInMailbox } from "./sign-in-mailbox";

/** A tenant's domain and people with mail under it, each signed in to the webmail in a browser of their own. */
export async function testMailboxes<const Name extends string>(services: Services, domainName: string, names: Name[]) {
  const { ctx: member, domainId } = await tenantWithDomain(services, domainName);
  const people = {} as Record<Name, { ctx: MailboxCtx; address: string; userId: string; browser: TestBrowser }>;
  for (const name of names) {
    const { address, id } = await appliedUser(services, member, domainId, name);
    const browser = testBrowser(services);
    await browser.visit((ctx) => signInMailbox(ctx, { address, password }));
    people[name] = { address, browser, userId: id, ctx: await browser.visit(async (ctx) => mailboxContext(ctx)) };
  }
  return { member, domainId, people };
}
type TestBrowser = ReturnType<typeof testBrowser>;

export type TestMail = {
  subject: string;
  from?: string;
  /** Whole header lines beyond subject and sender. */
  headers?: string[];
  body?: string;
  at?: Date;
  keywords?: string[];
  id?: string;
};

/** Puts a message into the inbox as if it had come. Returns its JMAP id. */
export async function putMail(ctx: MailboxCtx, mail: TestMail): Promise<string> {
  const { subject, headers = [], body = "Hello.", at = new Date(), keywords = [], id = Bun.randomUUIDv7() } = mail;
  const lines = [
    `From: ${mail.from ?? "Grace Hopper <grace@navy.example>"}`,
    `To: ${ctx.actor.address}`,
    `Subject: ${subject}`,
    `Date: ${at.toUTCString()}`,
    `Message-ID: <${id}@navy.example>`,
    "MIME-Version: 1.0",
    ...(headers.some((header) => /^content-type:/i.test(header)) ? [] : ["Content-Type: text/plain; charset=utf-8"]),
    ...headers,
    "",
    body,
  ];
  const raw = new TextEncoder().encode(lines.join("\r\n"));
  const imported = await withEngine(ctx, (engine) =>
    engine.messages.import({ raw, role: "inbox", keywords, receivedAt: at }),
  );
  return imported.id;
}

/** Asks until the answer is true; fails after ten seconds. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await holds()); await Bun.sleep(20))
    if (Date.now() > end) throw new Error(`never came true: ${what}`);
}
