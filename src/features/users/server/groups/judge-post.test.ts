import { expect, test } from "bun:test";
import { judgePost } from "./judge-post";

type Facts = Parameters<typeof judgePost>[0];
const member = { mayPost: false };
const plain: Facts = {
  group: { posting: "members", isModerated: false },
  ...{ dropped: null, isProven: true, member, isSpam: false, isFarewell: false, hasRecipients: true },
};
const named = { posting: "named", isModerated: false } as const;
const open = { posting: "anyone", isModerated: false } as const;
const moderated = { posting: "members", isModerated: true } as const;

test.each<[string, Partial<Facts>, string]>([
  ["a member's proven post passes", {}, "passing null"],
  ["a stranger's waits", { member: null }, "held stranger"],
  ["one in a member's name that nothing proves waits", { isProven: false }, "held unproven"],
  ["an unproven stranger's is a stranger's", { isProven: false, member: null }, "held stranger"],
  ["a member who is not named waits", { group: named }, "held not_named"],
  ["a named member passes", { group: named, member: { mayPost: true } }, "passing null"],
  [
    "a named member whom nothing proves waits",
    { group: named, member: { mayPost: true }, isProven: false },
    "held unproven",
  ],
  ["anybody may write where anybody may", { group: open, member: null, isProven: false }, "passing null"],
  ["what looks like spam waits even there", { group: open, isSpam: true }, "held spam"],
  ["moderation holds a member's too", { group: moderated }, "held moderated"],
  ["an automatic answer is left out, also a member's", { dropped: "auto_reply" }, "rejected auto_reply"],
  ["a member who leaves is heard, not passed on", { isFarewell: true }, "rejected unsubscribed"],
  ["a farewell that nothing proves waits", { isFarewell: true, isProven: false }, "held unproven"],
  ["nobody to get it: it waits", { hasRecipients: false }, "held no_members"],
])("%s", (_, facts, expected) => {
  const { state, reason } = judgePost({ ...plain, ...facts });
  expect(`${state} ${reason}`).toBe(expected);
});
