import { afterAll, expect, test } from "bun:test";
import { baseSubject } from "./envelope";
import { letter, openTestMail } from "./testing";

const { mail, store, close } = openTestMail();
afterAll(close);

async function threadOf(options: Parameters<typeof letter>[0]): Promise<number> {
  await store.deliver({ accountId: "f", raw: letter(options) });
  const row = mail.db.query<{ thread_id: number }, []>("select thread_id from emails order by id desc").get();
  return row?.thread_id ?? 0;
}

test("an answer joins the thread of the message it refers to", async () => {
  const first = await threadOf({ id: "t1", subject: "Plans" });
  expect(await threadOf({ id: "t2", subject: "Re: Plans", references: "<t1@ext.test>" })).toBe(first);
  expect(await threadOf({ id: "t3", subject: "AW: Re: plans", references: "<t1@ext.test> <t2@ext.test>" })).toBe(first);
});

test("an answer that came before its question brings the question into its thread", async () => {
  const answer = await threadOf({ id: "u2", subject: "Re: Late", references: "<u1@ext.test>" });
  expect(await threadOf({ id: "u1", subject: "Late" })).toBe(answer);
});

test("another subject, or no common message, is another thread", async () => {
  const first = await threadOf({ id: "v1", subject: "Invoice" });
  expect(await threadOf({ id: "v2", subject: "Something else", references: "<v1@ext.test>" })).not.toBe(first);
  expect(await threadOf({ id: "v3", subject: "Invoice" })).not.toBe(first);
});

test("reply and forward marks, list names and blanks do not make another subject", () => {
  for (const subject of [
    "Re: Plan",
    "re[2]: Plan",
    "Fwd: RE: Plan",
    "[list] Re: Plan",
    "Plan (fwd)",
    "  plan ",
    "[Fwd: Plan]",
  ]) {
    expect(baseSubject(subject)).toBe("plan");
  }
  expect(baseSubject("[only]")).toBe("[only]");
  expect(baseSubject(null)).toBe("");
});

test("a message with thousands of references is filed quickly", async () => {
  const references = Array.from({ length: 5000 }, (_, at) => `<r${at}@ext.test>`).join("\r\n ");
  const start = performance.now();
  const thread = await threadOf({ id: "w1", subject: "Long", references });
  expect(performance.now() - start).toBeLessThan(2000);
  expect(await threadOf({ id: "r4999", subject: "Long" })).toBe(thread);
});
