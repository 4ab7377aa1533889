import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { Mailbox, MailboxRole, ThreadQuery } from "../mail-objects.ts";
import { createWithRole } from "./create-mailbox.ts";
import { idsNamed } from "./ids-named.ts";
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
  /** The id of a mailbox; by role from memory, or by asking. Throws `notFound` when no mailbox has the role. */
  idOf(mailbox: ThreadQuery["mailbox"]): Promise<string>;
  /** The same, or `null` when no mailbox had the role when last seen. */
  findRole(role: MailboxRole): Promise<string | null>;
  /** Ids of the mailboxes of that name or path; asks when none was known by it. */
  idsNamed(name: string): Promise<string[]>;
  /** The id of the mailbox with a role, which is made under `name` when none has it. */
  ensureRole(role: MailboxRole, name: string): Promise<string>;
  /** Forgets which mailbox has which role. */
  forget(): void;
  /** Runs with the id of a mailbox, and once more when the one remembered for a role proves to be gone. */
  withId<T>(mailbox: ThreadQuery["mailbox"], run: (id: string) => Promise<T>): Promise<T>;
};

/** JMAP has no way to say "the mailbox with this role" inside a request, so ids of roles are kept for the life of the connection. */
export function createMailboxes(jmap: JmapClient): Mailboxes {
  let idByRole: Partial<Record<MailboxRole, string>> | undefined;
  let lastSeen: readonly Mailbox[] = [];
  const learn = (mailboxes: Mailbox[]) => {
    lastSeen = mailboxes;
    idByRole = Object.fromEntries(mailboxes.flatMap(({ id, role }) => (role ? [[role, id]] : [])));
  };
  const list = async () => {
    const get = { ids: null, properties: mailboxProperties };
    const { found } = await jmap.send({ found: ["Mailbox/get", get] }, z.object({ found: MailboxesReply }));
    const mailboxes = toMailboxes(found);
    learn(mailboxes);
    return mailboxes;
  };
  const idOf = async (mailbox: ThreadQuery["mailbox"]) => {
    if ("id" in mailbox) return mailbox.id;
    if (!idByRole?.[mailbox.role]) await list();
    const id = idByRole?.[mailbox.role];
    if (id === undefined) throw new EngineError("notFound", `no mailbox has the role ${mailbox.role}`);
    return id;
  };
  const findRole = async (role: MailboxRole) => {
    if (!idByRole) await list();
    return idByRole?.[role] ?? null;
  };
  return {
    list,
    learn,
    idOf,
    findRole,
    async idsNamed(name) {
      const known = idsNamed(lastSeen, name);
      return known.length > 0 ? known : idsNamed(await list(), name);
    },
    async ensureRole(role, name) {
      const known = await findRole(role);
      if (known !== null) return known;
      try {
        const id = await createWithRole(jmap, role, name, await list());
        idByRole = { ...idByRole, [role]: id };
        return id;
      } catch (error) {
        // Somebody else may have made it at the same moment.
        await list();
        const made = idByRole?.[role];
        if (made === undefined) throw error;
        return made;
      }
    },
    forget: () => void (idByRole = undefined),
    async withId(mailbox, run) {
      const id = await idOf(mailbox);
      try {
        return await run(id);
      } catch (error) {
        if (!("role" in mailbox) || !(error instanceof EngineError) || error.failure !== "notFound") throw error;
        idByRole = undefined;
        return run(await idOf(mailbox));
      }
    },
  };
}
