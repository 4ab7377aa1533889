import { expect, test } from "bun:test";
import type { Mailbox, Message } from "../../schema";
import { shownMessages } from "./shown-messages";

const mailbox = (id: string, role: Mailbox["role"]) => ({ id, role }) as Mailbox;
const message = (id: string, ...mailboxIds: string[]) => ({ id, mailboxIds }) as Message;
const [inbox, trash, junk, sent] = [
  mailbox("i", "inbox"),
  mailbox("t", "trash"),
  mailbox("j", "junk"),
  mailbox("s", "sent"),
];
const mailboxes = [inbox, trash, junk, sent];
const thread = [message("1", "i"), message("2", "t"), message("3", "s"), message("4", "j"), message("5", "t", "i")];
const shownIn = (folder: Mailbox, messages = thread) => shownMessages(messages, mailboxes, folder).map(({ id }) => id);

test("a conversation shows its answers too, and not what was thrown away", () => {
  expect(shownIn(inbox)).toEqual(["1", "3", "5"]);
});

test("in the trash, what was thrown away is what one looks for", () => {
  expect(shownIn(trash)).toEqual(["1", "2", "3", "5"]);
  expect(shownIn(inbox, [message("2", "t")])).toEqual(["2"]);
});
