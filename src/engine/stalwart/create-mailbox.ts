import { z } from "zod";
import type { Mailbox, MailboxRole } from "../mail-objects.ts";
import type { JmapClient } from "./jmap-client.ts";

const Created = z.object({ set: z.object({ created: z.object({ made: z.object({ id: z.string() }) }) }) });

type NewMailbox = { name: string; parentId: string | null; role?: MailboxRole };

/** Mailbox/set (RFC 8621 section 2.5). Mail programs that speak IMAP show only what is subscribed to. Returns the id. */
export async function createMailbox(jmap: JmapClient, mailbox: NewMailbox): Promise<string> {
  const create = { made: { ...mailbox, isSubscribed: true } };
  const { set } = await jmap.send({ set: ["Mailbox/set", { create }] }, Created);
  return set.created.made.id;
}

/** Makes the mailbox that a role lacks; a top folder that has the name already gets the role. Returns the id. */
export async function createWithRole(
  jmap: JmapClient,
  role: MailboxRole,
  name: string,
  mailboxes: Mailbox[],
): Promise<string> {
  const namesake = mailboxes.find((one) => one.parentId === null && one.role === null && one.name === name);
  if (namesake) {
    const update = { [namesake.id]: { role } };
    await jmap.send({ set: ["Mailbox/set", { update }] }, z.object({ set: z.object({}) }));
    return namesake.id;
  }
  return createMailbox(jmap, { name, parentId: null, role });
}
