import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { Mailbox, MailboxRole, ThreadQuery } from "../mail-engine.ts";
import type { JmapClient } from "./jmap-client.ts";

const roles = ["inbox", "drafts", "sent", "trash", "junk", "archive"] as const satisfies MailboxRole[];
const Count = z.int().min(0).catch(0);

/** RFC 8621 section 2. Roles that the port has no word for are ordinary folders. */
const MailboxObject = z.object({
  id: z.string(),
  name: z.string(),
  parentId: z.string().nullable().catch(null),
  role: z.enum(roles).nullable().catch(null),
  sortOrder: z.int().catch(0),
  totalThreads: Count,
  unreadThreads: Count,
  totalEmails: Count,
  unreadEmails: Count,
});

export const MailboxesReply = z.object({ list: z.array(MailboxObject), state: z.string() });

export const mailboxProperties = Object.keys(MailboxObject.shape);

const roleOrder: Record<MailboxRole, number> = { inbox: 0, drafts: 1, sent: 2, archive: 3, junk: 4, trash: 5 };

/** Folders with a role first, then as the server sorts them, then by name. */
export function toMailboxes({ list }: z.infer<typeof MailboxesReply>): Mailbox[] {
  const rank = ({ role }: { role: MailboxRole | null }) => (role ? roleOrder[role] : roles.length);
  return list
    .map(({ totalEmails, unreadEmails, ...rest }) => ({
      ...rest,
      totalMessages: totalEmails,
      unreadMessages: unreadEmails,
    }))
    .sort((a, b) => rank(a) - rank(b) || a.sortOrder - b.sortOrder || a.name.localeCompare(b.name));
}

export type Mailboxes = {
  list(): Promise<Mailbox[]>;
  /** Remembers which mailbox has which role, from a reply that came anyway. */
  learn(mailboxes: Mailbox[]): void;
  /** The id of a mailbox; by role from memory, or by asking once. Throws `notFound` when no mailbox has the role. */
  idOf(mailbox: ThreadQuery["mailbox"]): Promise<string>;
  /** The same, or `null` where that role is not in use. */
  findRole(role: MailboxRole): Promise<string | null>;
  /** For when a remembered id proves wrong. */
  forget(): void;
};

/** JMAP has no way to say "the mailbox with this role" inside a request, so ids of roles are kept for the life of the connection. */
export function createMailboxes(jmap: JmapClient): Mailboxes {
  let idByRole: Partial<Record<MailboxRole, string>> | undefined;
  const learn = (mailboxes: Mailbox[]) => {
    idByRole = Object.fromEntries(mailboxes.flatMap(({ id, role }) => (role ? [[role, id]] : [])));
  };
  const list = async () => {
    const get = { ids: null, properties: mailboxProperties };
    const { found } = await jmap.send({ found: ["Mailbox/get", get] }, z.object({ found: MailboxesReply }));
    const mailboxes = toMailboxes(found);
    learn(mailboxes);
    return mailboxes;
  };
  const findRole = async (role: MailboxRole) => {
    if (!idByRole?.[role]) await list();
    return idByRole?.[role] ?? null;
  };
  return {
    list,
    learn,
    findRole,
    async idOf(mailbox) {
      if ("id" in mailbox) return mailbox.id;
      const id = await findRole(mailbox.role);
      if (id === null) throw new EngineError("notFound", `no mailbox has the role ${mailbox.role}`);
      return id;
    },
    forget() {
      idByRole = undefined;
    },
  };
}
