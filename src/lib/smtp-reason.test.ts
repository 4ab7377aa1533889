import { expect, test } from "bun:test";
import { smtpReason, smtpReasons } from "./smtp-reason";
import english from "./i18n/en/delivery";

const reason = (code: number | null, enhancedCode: string | null, reply: string | null = null) =>
  smtpReason({ code, enhancedCode, reply });

test("what servers answer is understood by its enhanced code, by its code, and by its words where those say little", () => {
  const said = [
    [reason(550, "5.1.1", "No such user"), "no_such_mailbox"],
    [reason(550, "5.7.1", "Client host blocked using Spamhaus ZEN"), "spam"],
    [reason(550, "5.7.1", "Message rejected as spam"), "spam"],
    [reason(550, "5.7.26", "Unauthenticated mail is prohibited by the sender's DMARC policy"), "dmarc"],
    [reason(451, "4.7.1", "Greylisting in action, please come back later"), "greylisted"],
    [reason(552, "5.2.2", "Over quota"), "mailbox_full"],
    [reason(550, null, "mailbox unavailable"), "no_such_mailbox"],
    [reason(550, null, "because we say so"), "refused"],
    [reason(556, "5.1.10", "null MX"), "takes_no_mail"],
    [reason(421, null, "too many connections from your address"), "too_fast"],
    [reason(null, null, "connection refused"), "unreachable"],
    [reason(471, "4.99.99"), "try_later"],
    [reason(599, null), "refused"],
    [reason(250, "2.1.5", "Delivered"), null],
    [reason(null, null), null],
  ];
  for (const [found, wanted] of said) expect(found).toBe(wanted as never);
});

test("every reason has plain words and what to do next", () => {
  const words = english as Record<string, string>;
  const missing = smtpReasons.filter((one) => !words[`why_${one}`] || !words[`todo_${one}`]);
  expect(missing).toEqual([]);
});
