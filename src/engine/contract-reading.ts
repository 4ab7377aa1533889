import { describe, expect, test } from "bun:test";
import { eventually } from "../lib/testing-eventually.ts";
import { outcome } from "./contract-outcome.ts";
import { pictureMessage } from "./contract-picture-message.ts";
import { rawMessage, rowWith, testUser, testUsers } from "./contract-users.ts";
import type { Contract } from "./contract-peer.ts";
import type { StateChange } from "./mail-objects.ts";

/** Folders, threads, messages, keywords, moves, attachments, changes and push. */
export function readingContract({ peer, features }: Contract) {
  describe.concurrent("reading mail", () => {
    test("a new mailbox user has the folders that everybody knows", async () => {
      const { engine } = await testUser(peer());
      const mailboxes = await engine.mailboxes.list();
      const roles = mailboxes.map(({ role }) => role);
      for (const role of ["inbox", "drafts", "sent", "junk", "trash"] as const) expect(roles).toContain(role);
      expect(roles[0]).toBe("inbox");
      expect(mailboxes.every(({ totalThreads, unreadMessages }) => totalThreads === 0 && unreadMessages === 0)).toBe(
        true,
      );
    });

    test("a message from outside is in the inbox with sender, subject and first words", async () => {
      const user = await testUser(peer());
      await peer().deliver(
        user.address,
        rawMessage(user.address, "Grüße aus Köln".normalize(), { Subject: "=?utf-8?q?Gr=C3=BC=C3=9Fe?=" }),
      );
      const row = await rowWith(user, "Grüße");
      expect(row).toMatchObject({
        from: [{ name: "Carol Outside", email: "carol@outside.test" }],
        to: [{ name: null, email: user.address }],
        preview: "Hello there.",
        unread: true,
        flagged: false,
        hasAttachment: false,
      });
      expect(row.size).toBeGreaterThan(100);
      expect(row.messageIds).toEqual([row.messageId]);
      expect(Math.abs(Date.parse(row.receivedAt) - Date.now())).toBeLessThan(120_000);
    });

    test("the inbox with folders, rows and quota takes one round trip", async () => {
      const user = await testUser(peer());
      await peer().deliver(user.address, rawMessage(user.address, "One of one"));
      await rowWith(user, "One of one");
      await user.engine.overview({ mailbox: { role: "inbox" }, limit: 50 });
      const before = user.requests();
      const { mailboxes, page, quota, states } = await user.engine.overview({ mailbox: { role: "inbox" }, limit: 50 });
      expect(user.requests() - before).toBe(1);
      const inbox = mailboxes.find(({ role }) => role === "inbox");
      expect(inbox).toMatchObject({ totalThreads: 1, unreadThreads: 1, totalMessages: 1, unreadMessages: 1 });
      expect(page).toMatchObject({ mailboxId: inbox?.id, total: 1, threads: [{ subject: "One of one" }] });
      expect(states.Email).toBeString();
      if (features.has("quota")) expect(quota?.usedBytes).toBeGreaterThan(0);
      else expect(quota).toBeNull();
    });

    test("an answer joins its thread: one row, all messages oldest first", async () => {
      const user = await testUser(peer());
      const first = `${crypto.randomUUID()}@outside.test`;
      const threaded = { "In-Reply-To": `<${first}>`, References: `<${first}>` };
      await peer().deliver(
        user.address,
        rawMessage(user.address, "Plans", { "Message-ID": `<${first}>` }, "The first."),
      );
      const { receivedAt } = await rowWith(user, "Plans");
      // A JMAP date has seconds, only a later one makes the answer the newest, and a server's clock for them may tick late.
      await eventually(
        async () => Date.now(),
        (now) => now >= Date.parse(receivedAt) + 1_500,
      );
      await peer().deliver(user.address, rawMessage(user.address, "Re: Plans", threaded, "The second."));
      const row = await rowWith(user, "Re: Plans");
      const page = await user.engine.threads.list({ mailbox: { role: "inbox" }, limit: 50 });
      expect(page).toMatchObject({ total: 1, threads: [{ threadId: row.threadId }] });
      expect(row.messageIds).toHaveLength(2);
      const messages = await user.engine.threads.get(row.threadId);
      expect(messages.map(({ text }) => text?.trim())).toEqual(["The first.", "The second."]);
      expect(messages.map(({ id }) => id)).toEqual(row.messageIds);
      expect(messages[1]).toMatchObject({ inReplyTo: [first], references: [first], html: null, truncated: false });
    });

    test("pages follow each other without gap or repetition, also when the last row of a page was moved away", async () => {
      const user = await testUser(peer());
      const subjects = ["one", "two", "three", "four", "five"].map((word) => `Page ${word}`);
      for (const subject of subjects) {
        await peer().deliver(user.address, rawMessage(user.address, subject));
        await rowWith(user, subject);
      }
      const list = (after?: string) => user.engine.threads.list({ mailbox: { role: "inbox" }, limit: 2, after });
      const pages = [await list()];
      for (let cursor = pages[0]?.cursor; cursor; cursor = pages.at(-1)?.cursor) pages.push(await list(cursor));
      expect(pages.map(({ threads }) => threads.length)).toEqual([2, 2, 1]);
      expect(pages.every(({ total }) => total === 5)).toBe(true);
      const rows = pages.flatMap(({ threads }) => threads);
      expect(rows.map(({ subject }) => subject).sort()).toEqual([...subjects].sort());
      const received = rows.map(({ receivedAt }) => Date.parse(receivedAt));
      expect(received).toEqual([...received].sort((a, b) => b - a));

      const archive = (await user.engine.mailboxes.list()).find(({ role }) => role === "trash");
      await user.engine.messages.move(rows[1]?.messageIds ?? [], archive?.id ?? "");
      const next = await list(pages[0]?.cursor);
      expect(next.threads.map(({ threadId }) => threadId)).not.toContain(rows[1]?.threadId ?? "");
      expect(next.threads.length).toBeGreaterThan(0);
    });

    test("a message shows its text, its HTML and its attachments, and these download unharmed", async () => {
      const user = await testUser(peer());
      await peer().deliver(user.address, pictureMessage(user.address, "Holiday"));
      const row = await rowWith(user, "Holiday");
      expect(row.hasAttachment).toBe(true);
      const message = await user.engine.messages.get(row.messageId);
      expect(message.text?.trim()).toBe("See the picture.");
      expect(message.html).toContain('<img src="cid:pic@outside.test">');
      expect(message.authenticationResults.at(-1)).toBe("mx.outside.test; spf=pass smtp.mailfrom=outside.test");
      expect(message.cc).toEqual([{ name: "Dörte", email: "doerte@outside.test" }]);
      const picture = message.attachments.find(({ cid }) => cid === "pic@outside.test");
      expect(picture).toMatchObject({ type: "image/gif", inline: true });
      const file = message.attachments.find(({ name }) => name === "Übersicht.bin");
      expect(file).toMatchObject({ type: "application/octet-stream", inline: false, size: 256 });
      const download = await user.engine.blobs.download(
        file?.blobId ?? "",
        "Übersicht.bin",
        "application/octet-stream",
      );
      expect(await download.bytes()).toEqual(Uint8Array.from({ length: 256 }, (_, at) => at));
      expect(download.headers.get("content-disposition")).toContain("filename*=UTF-8''%C3%9Cbersicht.bin");

      const headers = await user.engine.messages.headers(row.messageId);
      expect(headers.filter(({ name }) => name === "Subject").map(({ value }) => value.trim())).toEqual(["Holiday"]);
      const whole = await user.engine.messages.download(row.messageId, "Holiday.eml");
      expect(whole.headers.get("content-type")).toBe("message/rfc822");
      expect(await whole.text()).toContain('<img src="cid:pic@outside.test">');
      expect((await user.engine.messages.getWhole(row.messageId)).html).toBe(message.html);
    });

    test("a message from elsewhere is filed as it was, with its date and marks", async () => {
      const user = await testUser(peer());
      const raw = new TextEncoder().encode(rawMessage(user.address, "From the archive"));
      const receivedAt = new Date("2021-03-04T05:06:07Z");
      const { id } = await user.engine.messages.import({ raw, role: "sent", keywords: ["$seen"], receivedAt });
      const message = await user.engine.messages.get(id);
      expect(message).toMatchObject({ subject: "From the archive", keywords: ["$seen"] });
      expect(Date.parse(message.receivedAt)).toBe(receivedAt.getTime());
      expect(await rowWith(user, "From the archive", "sent")).toMatchObject({ messageId: id, unread: false });
    });

    test("marks are set and taken away, and folders count along", async () => {
      const user = await testUser(peer());
      await peer().deliver(user.address, rawMessage(user.address, "Mark me"));
      const { messageId } = await rowWith(user, "Mark me");
      await user.engine.messages.setKeywords([messageId], { $seen: true, $flagged: true });
      const { page, mailboxes } = await user.engine.overview({ mailbox: { role: "inbox" }, limit: 1 });
      expect(page.threads[0]).toMatchObject({ unread: false, flagged: true });
      expect(mailboxes[0]).toMatchObject({ role: "inbox", unreadThreads: 0, unreadMessages: 0, totalMessages: 1 });
      await user.engine.messages.setKeywords([messageId], { $flagged: false });
      expect((await user.engine.messages.get(messageId)).keywords).toEqual(["$seen"]);
    });

    test("a message moves as a whole, and is gone when destroyed", async () => {
      const user = await testUser(peer());
      await peer().deliver(user.address, rawMessage(user.address, "Move me"));
      const { messageId, messageIds } = await rowWith(user, "Move me");
      const trash = (await user.engine.mailboxes.list()).find(({ role }) => role === "trash");
      await user.engine.messages.move(messageIds, trash?.id ?? "");
      expect((await user.engine.messages.get(messageId)).mailboxIds).toEqual([trash?.id ?? ""]);
      expect((await user.engine.threads.list({ mailbox: { role: "inbox" }, limit: 5 })).threads).toEqual([]);
      expect((await user.engine.threads.list({ mailbox: { id: trash?.id ?? "" }, limit: 5 })).total).toBe(1);
      await user.engine.messages.destroy([messageId]);
      await user.engine.messages.destroy([messageId]);
      expect(await outcome(user.engine.messages.get(messageId))).toBe("notFound");
    });

    test("what is uploaded comes back byte for byte, to its owner only", async () => {
      const [user, stranger] = await testUsers(peer(), 2);
      const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256);
      const blob = await user.engine.blobs.upload(new Blob([bytes], { type: "application/pdf" }));
      expect(blob).toMatchObject({ type: "application/pdf", size: 70_000 });
      expect(await (await user.engine.blobs.download(blob.blobId, "a.pdf", blob.type)).bytes()).toEqual(bytes);
      expect(await outcome(stranger.engine.blobs.download(blob.blobId, "a.pdf", blob.type))).toBe("notFound");
    });

    test("changes since a state name what came", async () => {
      const user = await testUser(peer());
      const { states } = await user.engine.overview({ mailbox: { role: "inbox" }, limit: 1 });
      await peer().deliver(user.address, rawMessage(user.address, "News"));
      const { messageId } = await rowWith(user, "News");
      const changes = await user.engine.changes({ type: "Email", state: states.Email ?? "" });
      expect(changes.created).toEqual([messageId]);
      expect(changes.hasMore).toBe(false);
      expect(await user.engine.changes({ type: "Email", state: changes.newState })).toMatchObject({
        created: [],
        updated: [],
      });
    });

    test("a page that is told of a change learns which conversations it concerns", async () => {
      const user = await testUser(peer());
      for (const subject of ["First", "Second"]) await peer().deliver(user.address, rawMessage(user.address, subject));
      const [first, second] = [await rowWith(user, "First"), await rowWith(user, "Second")];
      const { states } = await user.engine.overview({ mailbox: { role: "inbox" }, limit: 1 });
      const none = await user.engine.changedThreads(states.Email ?? "");
      expect(none.threadIds).toEqual([]);
      await user.engine.messages.setKeywords([first.messageId], { $flagged: true });
      const one = await user.engine.changedThreads(none.newState);
      expect(one.threadIds).toEqual([first.threadId]);
      await user.engine.messages.destroy([second.messageId]);
      expect((await user.engine.changedThreads(one.newState)).threadIds).toBeNull();
      expect(await outcome(user.engine.changedThreads("unheard-of"))).toBe("stateTooOld");
    });

    test.skipIf(!features.has("push"))("the open inbox hears of new mail, and of its own end", async () => {
      const user = await testUser(peer());
      const stop = new AbortController();
      const heard: StateChange[] = [];
      const listening = (async () => {
        for await (const change of user.engine.events(stop.signal)) heard.push(change);
      })();
      await eventually(
        async () => heard.length,
        (count) => count > 0,
      );
      const { states } = await user.engine.overview({ mailbox: { role: "inbox" }, limit: 1 });
      expect(heard[0]).toMatchObject({ Email: states.Email, Mailbox: states.Mailbox });
      const before = user.requests();
      await peer().deliver(user.address, rawMessage(user.address, "Pushed"));
      await eventually(
        async () => heard.slice(1),
        (later) => later.some(({ Email }) => Email !== undefined),
      );
      // Heard over the stream that was open, not by asking again.
      expect(user.requests()).toBe(before);
      stop.abort();
      await listening;
    });
  });
}
