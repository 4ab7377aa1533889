import { describe, expect, test } from "bun:test";
import { startLossyProxy } from "./contract-lossy-proxy.ts";
import { outcome } from "./contract-outcome.ts";
import { countingEngine, outgoing, rowWith, testUser, testUsers } from "./contract-users.ts";
import type { Contract } from "./contract-peer.ts";

/** Submission: what arrives, what is kept, what is refused, and what is not known. */
export function sendingContract({ peer, features }: Contract) {
  describe.concurrent("sending mail", () => {
    test("a letter arrives as it was written, and its copy lies under Sent", async () => {
      const [ana, bo] = await testUsers(peer(), 2);
      const file = await ana.engine.blobs.upload(new Blob(["a,b\r\n1,2\r\n"], { type: "text/csv" }));
      const letter = await outgoing(ana, [bo.address], {
        subject: "Zahlen für März",
        html: "<p>Hello, this is <b>rich</b>.</p>",
        inReplyTo: ["earlier@outside.test"],
        references: ["first@outside.test", "earlier@outside.test"],
        attachments: [{ ...file, name: "März.csv" }],
      });
      const sent = await ana.engine.submissions.send(letter);
      expect(sent).toMatchObject({ submissionId: expect.any(String), refused: [] });

      const arrived = await bo.engine.messages.get((await rowWith(bo, letter.subject)).messageId);
      expect(arrived).toMatchObject({
        from: [{ name: "Ana Núñez", email: ana.address }],
        to: [{ name: null, email: bo.address }],
        messageId: letter.messageId,
        inReplyTo: letter.inReplyTo,
        references: letter.references,
      });
      expect(arrived.text?.trim()).toBe(letter.text);
      expect(arrived.html).toContain("<b>rich</b>");
      expect(arrived.attachments).toMatchObject([{ name: "März.csv", type: "text/csv", inline: false }]);
      const { blobId = "" } = arrived.attachments[0] ?? {};
      expect(await (await bo.engine.blobs.download(blobId, "März.csv", "text/csv")).text()).toBe("a,b\r\n1,2\r\n");

      const copy = await ana.engine.messages.get(sent.emailId);
      const sentFolder = (await ana.engine.mailboxes.list()).find(({ role }) => role === "sent");
      expect(copy.mailboxIds).toEqual([sentFolder?.id ?? ""]);
      expect(copy.keywords).toEqual(["$seen"]);
      expect(copy.threadId).toBe(sent.threadId);
    });

    test("a picture that the letter shows lies beside its HTML under its Content-ID, a file lies behind both", async () => {
      const [ana, bo] = await testUsers(peer(), 2);
      const picture = await ana.engine.blobs.upload(new Blob(["GIF89a"], { type: "image/gif" }));
      const file = await ana.engine.blobs.upload(new Blob(["a,b"], { type: "text/csv" }));
      const letter = await outgoing(ana, [bo.address], {
        html: '<p>See <img src="cid:pic@acme.test"></p>',
        attachments: [
          { ...picture, name: "pic.gif", cid: "pic@acme.test" },
          { ...file, name: "a.csv" },
        ],
      });
      await ana.engine.submissions.send(letter);
      const { messageId } = await rowWith(bo, letter.subject);
      const arrived = await bo.engine.messages.get(messageId);
      expect(arrived.attachments).toMatchObject([
        { name: "pic.gif", type: "image/gif", inline: true, cid: "pic@acme.test" },
        { name: "a.csv", type: "text/csv", inline: false, cid: null },
      ]);
      const source = new TextDecoder().decode(await bo.engine.messages.source(messageId));
      const order = ["multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html"];
      const places = [...order, "image/gif", "text/csv"].map((type) => source.indexOf(`Content-Type: ${type}`));
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      expect(places[0]).toBeGreaterThan(0);
    });

    test("sending takes one round trip, or a second to ask for the recipients, once the folders are known", async () => {
      const [ana, bo] = await testUsers(peer(), 2);
      const letter = await outgoing(ana, [bo.address]);
      await ana.engine.mailboxes.list();
      const before = ana.requests();
      await ana.engine.submissions.send(letter);
      expect(ana.requests() - before).toBe(features.has("getsWhatItCreated") ? 1 : 2);
    });

    test.skipIf(!features.has("blindCopies"))("a blind copy arrives, and nobody else learns of it", async () => {
      const [ana, bo, cleo] = await testUsers(peer(), 3);
      const letter = await outgoing(ana, [bo.address], { bcc: [{ name: null, email: cleo.address }] });
      const { emailId } = await ana.engine.submissions.send(letter);
      for (const reader of [bo, cleo]) {
        const row = await rowWith(reader, letter.subject);
        expect((await reader.engine.messages.get(row.messageId)).bcc).toEqual([]);
      }
      expect((await ana.engine.messages.get(emailId)).bcc).toEqual(letter.bcc);
    });

    test("a letter that may still be undone waits in the engine", async () => {
      const [ana, bo] = await testUsers(peer(), 2);
      const held = await outgoing(ana, [bo.address], { holdSeconds: 60 });
      const asked = Date.now();
      const { sendAt } = await ana.engine.submissions.send(held);
      expect(Date.parse(sendAt)).toBeGreaterThanOrEqual(asked + 58_000);
      expect(Date.parse(sendAt)).toBeLessThan(Date.now() + 62_000);
      const later = await outgoing(ana, [bo.address]);
      await ana.engine.submissions.send(later);
      await rowWith(bo, later.subject);
      expect((await bo.engine.threads.list({ mailbox: { role: "inbox" }, limit: 5 })).total).toBe(1);
    });

    test("a held letter that is undone becomes a draft again and never arrives, one that left cannot be undone", async () => {
      const [ana, bo] = await testUsers(peer(), 2);
      const held = await outgoing(ana, [bo.address], { holdSeconds: 60 });
      const { submissionId, emailId } = await ana.engine.submissions.send(held);
      expect(await ana.engine.submissions.cancel({ submissionId: submissionId ?? "", emailId })).toBe(true);
      const draft = await ana.engine.messages.get(emailId);
      expect(draft.keywords).toContain("$draft");
      expect(draft.mailboxIds).toEqual([
        (await ana.engine.mailboxes.list()).find(({ role }) => role === "drafts")?.id ?? "",
      ]);
      expect(await ana.engine.submissions.find(held.messageId)).toBeNull();

      const gone = await ana.engine.submissions.send(await outgoing(ana, [bo.address], { subject: "Gone" }));
      await rowWith(bo, "Gone");
      expect(await ana.engine.submissions.cancel({ ...gone, submissionId: gone.submissionId ?? "" })).toBe(false);
      expect(await ana.engine.submissions.cancel({ submissionId: "zzzzzz", emailId })).toBe(false);
    });

    test("a letter that nobody may receive is refused and stays a draft", async () => {
      const ana = await testUser(peer());
      const letter = await outgoing(ana, [peer().refusedAddress]);
      expect(await outcome(ana.engine.submissions.send(letter))).toBe("refused");
      await rowWith(ana, letter.subject, "drafts");
      expect((await ana.engine.threads.list({ mailbox: { role: "sent" }, limit: 5 })).total).toBe(0);
      expect(await ana.engine.submissions.find(letter.messageId)).toBeNull();
    });

    test.skipIf(!features.has("partialRefusal"))(
      "one wrong address among others is named, the others get the letter",
      async () => {
        const [ana, bo] = await testUsers(peer(), 2);
        const letter = await outgoing(ana, [bo.address, peer().refusedAddress]);
        const { refused } = await ana.engine.submissions.send(letter);
        expect(refused).toEqual([{ email: peer().refusedAddress, smtpReply: expect.stringMatching(/^5\d\d/) }]);
        await rowWith(bo, letter.subject);
      },
    );

    test("a letter can be found by its Message-ID right after it was sent, and one that never left cannot", async () => {
      const [ana, bo] = await testUsers(peer(), 2);
      const letter = await outgoing(ana, [bo.address]);
      const sent = await ana.engine.submissions.send(letter);
      const found = await ana.engine.submissions.find(letter.messageId);
      expect(found).toMatchObject({ submissionId: sent.submissionId, emailId: sent.emailId, threadId: sent.threadId });
      expect(await ana.engine.submissions.find(`never-${letter.messageId}`)).toBeNull();
    });

    test("when the reply to a submission is lost nothing is sent twice, and the letter can be found", async () => {
      const proxy = await startLossyProxy(peer().baseUrl);
      try {
        const [ana, bo] = [await testUser(peer(), proxy.baseUrl), await testUser(peer())];
        const letter = await outgoing(ana, [bo.address]);
        await ana.engine.mailboxes.list();
        proxy.loseRepliesTo(/EmailSubmission\/set/);
        expect(await outcome(ana.engine.submissions.send(letter))).toBe("unknownOutcome");
        expect(proxy.lost()).toBe(1);
        const direct = countingEngine(peer().baseUrl, ana.authorization).engine;
        const found = await direct.submissions.find(letter.messageId);
        expect(found?.submissionId).toBeString();
        await rowWith(bo, letter.subject);
        expect((await bo.engine.threads.list({ mailbox: { role: "inbox" }, limit: 5 })).total).toBe(1);
      } finally {
        await proxy.stop();
      }
    });

    test("when the engine cannot be reached the letter certainly did not leave", async () => {
      const proxy = await startLossyProxy(peer().baseUrl);
      const ana = await testUser(peer(), proxy.baseUrl);
      const letter = await outgoing(ana, [ana.address]);
      await ana.engine.mailboxes.list();
      await proxy.stop();
      expect(await outcome(ana.engine.submissions.send(letter))).toBe("unavailable");
    });
  });
}
