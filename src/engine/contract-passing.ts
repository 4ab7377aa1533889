import { describe, expect, test } from "bun:test";
import { startLossyProxy } from "./contract-lossy-proxy.ts";
import { outcome } from "./contract-outcome.ts";
import type { Contract } from "./contract-peer.ts";
import { countingEngine, rawMessage, rowWith, testUser, testUsers } from "./contract-users.ts";

const inbox = { mailbox: { role: "inbox" as const }, limit: 20 };

/** Whole messages handed on as they are: what groups do. */
export function passingContract({ peer, features }: Contract) {
  describe.skipIf(!features.has("passesOn"))("handing messages on", () => {
    test("a message is handed on as its author wrote it, and its source is there as it lies", async () => {
      const [ana, bo] = await testUsers(peer(), 2);
      const raw = Buffer.from(rawMessage(ana.address, "As it is", { "X-Loop": ana.address }));
      const passed = { raw, sender: ana.address, recipients: [bo.address], key: "as-it-is" };
      const { emailId, refused } = await ana.engine.submissions.passOn(passed);
      expect(refused).toEqual([]);
      const { messageId } = await rowWith(bo, "As it is");
      expect((await bo.engine.messages.get(messageId)).from).toEqual([
        { name: "Carol Outside", email: "carol@outside.test" },
      ]);
      const source = Buffer.from(await bo.engine.messages.source(messageId)).toString();
      expect(source).toContain(`X-Loop: ${ana.address}\r\n`);
      expect(source).toEndWith("\r\n\r\nHello there.\r\n");
      expect(Buffer.from(await ana.engine.messages.source(emailId)).toString()).toContain("As it is");
      expect(await outcome(ana.engine.messages.source("zzzzz"))).toBe("notFound");
    });

    test("when the reply is lost, the same key brings it to those who lack it and to nobody twice", async () => {
      const proxy = await startLossyProxy(peer().baseUrl);
      try {
        const ana = await testUser(peer(), proxy.baseUrl);
        const [bo, cy] = await testUsers(peer(), 2);
        const raw = Buffer.from(rawMessage(ana.address, "Only once"));
        const passed = { raw, sender: ana.address, recipients: [bo.address], key: "only-once" };
        await ana.engine.mailboxes.list();
        proxy.loseRepliesTo(/EmailSubmission\/set/);
        expect(await outcome(ana.engine.submissions.passOn(passed))).toBe("unknownOutcome");
        const direct = countingEngine(peer().baseUrl, ana.authorization).engine;
        await direct.submissions.passOn({ ...passed, recipients: [bo.address, cy.address] });
        await rowWith(cy, "Only once");
        await rowWith(bo, "Only once");
        for (const reader of [bo, cy]) expect((await reader.engine.threads.list(inbox)).total).toBe(1);
      } finally {
        await proxy.stop();
      }
    });

    test("nobody hands on under an address that is not theirs", async () => {
      const [ana, bo] = await testUsers(peer(), 2);
      const raw = Buffer.from(rawMessage(bo.address, "Not mine"));
      const forged = { raw, sender: bo.address, recipients: [bo.address], key: "not-mine" };
      expect(await outcome(ana.engine.submissions.passOn(forged))).toBe("refused");
    });
  });
}
