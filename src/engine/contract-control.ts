import { describe, expect, test } from "bun:test";
import { eventually } from "../lib/testing-eventually.ts";
import { testAccount, managedDirectory, newDomain, sessionOf } from "./contract-directory-parts.ts";
import { outcome } from "./contract-outcome.ts";
import { countingEngine, outgoing, type TestUser } from "./contract-users.ts";
import type { Contract } from "./contract-peer.ts";
import type { EngineAppScope } from "./engine-directory.ts";
import { authorizationOf } from "./stalwart/authorization.ts";

/** What an operator and a panel do besides making people: passwords for programs, limits on sending, the queue, events. */
export function controlContract({ peer }: Contract) {
  const directory = () => managedDirectory(peer());

  async function newSender(): Promise<TestUser & { name: string; accountId: string; leave(): Promise<void> }> {
    const name = await newDomain(peer());
    const address = `ana@${name}`;
    const { accountId } = await directory().accounts.ensure(testAccount(address));
    const leave = async () => {
      await directory().accounts.remove(address);
      await directory().domains.remove(name);
    };
    return { ...(await sessionOf(peer(), accountId)), address, name, accountId, leave };
  }

  describe("control", () => {
    test("an app password opens what it was made for and nothing else, until it is destroyed", async () => {
      const ana = await newSender();
      const { address: user, accountId } = ana;
      const mint = async (scope: EngineAppScope) => {
        const made = await directory().appPasswords.mint({ accountId, description: scope, scope, expiresAt: null });
        const basic = authorizationOf({ basic: { user, password: made.secret } });
        return { ...made, ...ana, ...countingEngine(peer().baseUrl, basic) };
      };
      const [mail, read, send] = [await mint("mail"), await mint("read"), await mint("send")];
      expect(await outcome(mail.engine.mailboxes.list())).toBe("succeeded");
      expect(await outcome(read.engine.mailboxes.list())).toBe("succeeded");
      expect(await outcome(send.engine.mailboxes.list())).not.toBe("succeeded");
      const letter = await outgoing(ana, [user]);
      expect(await outcome(read.engine.submissions.send(letter))).not.toBe("succeeded");
      expect(await outcome(mail.engine.submissions.send(letter))).toBe("succeeded");
      await directory().appPasswords.destroy({ accountId, keyId: mail.keyId });
      await directory().appPasswords.destroy({ accountId, keyId: mail.keyId });
      expect(await outcome(countingEngine(peer().baseUrl, mail.authorization).engine.mailboxes.list())).toBe(
        "succeeded",
      );
      const again = countingEngine(peer().baseUrl, authorizationOf({ basic: { user, password: mail.secret } }));
      expect(await outcome(again.engine.mailboxes.list())).toBe("unauthorized");
      await ana.leave();
    });

    test("who sends too much is refused until there is room again, and nobody else is", async () => {
      const ana = await newSender();
      const bo = await directory().accounts.ensure(testAccount(`bo@${ana.name}`));
      const second = { ...(await sessionOf(peer(), bo.accountId)), address: `bo@${ana.name}` };
      const throttle = {
        name: `test ${ana.name}`,
        sender: { eachOf: ana.name },
        count: 2,
        periodSeconds: 86_400,
      };
      await directory().throttles.ensure({ ...throttle, count: 1 });
      await directory().throttles.ensure(throttle);
      await directory().throttles.ensure(throttle);
      expect(await throttleNamed(throttle.name)).toEqual(throttle);
      const attempts = async (sender: TestUser) => {
        const ends = [];
        for (let at = 0; at < 3; at++)
          ends.push(await outcome(sender.engine.submissions.send(await outgoing(sender, [ana.address]))));
        return ends;
      };
      const lower = { ...throttle, name: `${throttle.name} bo`, sender: { address: second.address }, count: 1 };
      await directory().throttles.replace({ prefix: throttle.name, throttles: [throttle, lower] });
      expect(await attempts(ana)).toEqual(["succeeded", "succeeded", "throttled"]);
      expect(await attempts(second)).toEqual(["succeeded", "throttled", "throttled"]);
      const whole = { ...throttle, name: `${throttle.name} all`, sender: { domain: ana.name }, count: 500 };
      await directory().throttles.replace({ prefix: throttle.name, throttles: [throttle, whole] });
      expect(await throttleNamed(lower.name)).toBeUndefined();
      expect(await throttleNamed(whole.name)).toEqual(whole);
      const programs = { ...throttle, name: `${throttle.name} programs`, count: 1, isForPrograms: true } as const;
      await directory().throttles.replace({ prefix: throttle.name, throttles: [programs] });
      expect(await throttleNamed(programs.name)).toEqual(programs);
      expect(await attempts(ana)).toEqual(["succeeded", "succeeded", "succeeded"]);
      await directory().throttles.remove(programs.name);
      await directory().throttles.remove(throttle.name);
      expect(await throttleNamed(throttle.name)).toBeUndefined();
      expect(await outcome(ana.engine.submissions.send(await outgoing(ana, [ana.address])))).toBe("succeeded");
      await directory().accounts.remove(second.address);
      await ana.leave();
    });

    test("a message that waits is seen with each recipient, loses one, and is given up", async () => {
      const ana = await newSender();
      const unheard = `${crypto.randomUUID().slice(0, 8)}.test`;
      const recipients = [`bo@${unheard}`, `cy@${unheard}`];
      await ana.engine.submissions.send(await outgoing(ana, recipients, { holdSeconds: 3_600 }));
      const { queue } = directory();
      const [message] = await eventually(
        async () => (await queue.list({ text: unheard, limit: 10 })).messages,
        (messages) => messages.length > 0,
      );
      const queueId = message?.queueId ?? "";
      expect(message).toMatchObject({ sender: ana.address, size: expect.any(Number) });
      expect(message?.recipients.map(({ address }) => address).sort()).toEqual(recipients);
      expect(message?.recipients[0]).toMatchObject({ state: "scheduled", attempts: 0, code: null });
      expect((await queue.get([queueId, "zzzzzz"])).map((one) => one.queueId)).toEqual([queueId]);
      expect(await queue.cancel({ queueId, recipient: recipients[0] })).toBe(true);
      expect(await queue.cancel({ queueId, recipient: recipients[0] })).toBe(false);
      expect(await queue.cancel({ queueId })).toBe(true);
      expect(await queue.cancel({ queueId })).toBe(false);
      expect(await outcome(queue.retry(queueId))).toBe("notFound");
      expect(await queue.get([queueId])).toEqual([]);
      await ana.leave();
    });

    test("a message that is held leaves when it is tried now", async () => {
      const ana = await newSender();
      const letter = await outgoing(ana, [ana.address], { holdSeconds: 3_600 });
      await ana.engine.submissions.send(letter);
      const { queue } = directory();
      const [message] = (await queue.list({ text: ana.address, limit: 10 })).messages;
      await queue.retry(message?.queueId ?? "");
      await eventually(
        async () => (await ana.engine.threads.list({ mailbox: { role: "inbox" }, limit: 5 })).total,
        (total) => total === 1,
      );
      await ana.leave();
    });

    test("the queue is read page by page, what is due first", async () => {
      const ana = await newSender();
      const unheard = `${crypto.randomUUID().slice(0, 8)}.test`;
      for (const holdSeconds of [7_200, 3_600, 10_800])
        await ana.engine.submissions.send(await outgoing(ana, [`bo@${unheard}`], { holdSeconds }));
      const { queue } = directory();
      const first = await queue.list({ text: unheard, limit: 2 });
      const second = await queue.list({ text: unheard, after: first.next, limit: 2 });
      const due = [...first.messages, ...second.messages].map(({ recipients }) => recipients[0]?.nextAttemptAt ?? "");
      expect(due).toEqual([...due].sort());
      expect(due).toHaveLength(3);
      expect(second.next).toBeUndefined();
      for (const { queueId } of [...first.messages, ...second.messages]) await queue.cancel({ queueId });
      await ana.leave();
    });
  });

  async function throttleNamed(name: string) {
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await directory().throttles.list({ after, limit: 2 });
      const found = page.throttles.find((throttle) => throttle.name === name);
      if (found) return found;
      after = page.next;
    }
    return undefined;
  }
}
