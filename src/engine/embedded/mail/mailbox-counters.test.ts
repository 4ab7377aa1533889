import { afterAll, expect, test } from "bun:test";
import fc from "fast-check";
import { destroyEmail } from "./destroy-email";
import { letter, openTestMail } from "./testing";
import { updateEmail } from "./update-email";
import { writeMail } from "./write-mail";

const { mail, store, close } = openTestMail();
afterAll(close);

/** The counters as RFC 8621 section 2 defines them, by scanning everything. */
const scan = `
  select m.id,
    (select count(*) from email_mailboxes em where em.account_id = 'f' and em.mailbox_id = m.id) as emails,
    (select count(*) from email_mailboxes em where em.account_id = 'f' and em.mailbox_id = m.id and em.is_unread) as unread,
    (select count(distinct thread_id) from email_mailboxes em where em.account_id = 'f' and em.mailbox_id = m.id) as threads,
    (select count(distinct em.thread_id) from email_mailboxes em where em.account_id = 'f' and em.mailbox_id = m.id
       and exists (select 1 from email_mailboxes o join mailboxes om on om.account_id = 'f' and om.id = o.mailbox_id
                   where o.thread_id = em.thread_id and o.is_unread and (om.role is 'trash') = (m.role is 'trash'))) as unread_threads
  from mailboxes m where m.account_id = 'f' order by m.id`;
const counters = `
  select id, total_emails as emails, unread_emails as unread, total_threads as threads, unread_threads
  from mailboxes where account_id = 'f' order by id`;

const Act = fc.record({
  kind: fc.constantFrom("deliver", "answer", "place", "destroy"),
  pick: fc.nat(30),
  mailboxIds: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
  keywords: fc.subarray(["$seen", "$draft", "$flagged"]),
});

async function perform(act: typeof Act extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  const emails = mail.db.query<{ id: number }, []>("select id from emails order by id").all();
  const target = emails[act.pick % Math.max(emails.length, 1)]?.id ?? -1;
  if (act.kind === "deliver")
    await store.deliver({ accountId: "f", raw: letter({ id: crypto.randomUUID(), subject: "A" }) });
  else if (act.kind === "answer") {
    const references = `<thread${act.pick % 3}@ext.test>`;
    await store.deliver({ accountId: "f", raw: letter({ subject: "Re: B", references }) });
  } else if (act.kind === "destroy") writeMail(mail, "f", (write) => destroyEmail(write, target));
  else {
    const placement = { mailboxIds: new Set(act.mailboxIds), keywords: new Set(act.keywords) };
    writeMail(mail, "f", (write) => updateEmail(write, target, placement));
  }
}

test("whatever is delivered, moved, marked and removed, the folders' numbers are right", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Act, { minLength: 5, maxLength: 25 }), async (acts) => {
      for (const act of acts) await perform(act);
      expect(mail.db.query(counters).all()).toEqual(mail.db.query(scan).all());
    }),
    { numRuns: 15 },
  );
}, 30_000);
