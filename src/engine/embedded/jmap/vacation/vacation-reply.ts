import { randomUUID } from "node:crypto";
import { composeMessage, plainPart } from "../../mail/compose/compose-message";
import { encodePhrase, encodeText } from "../../mail/compose/encode-word";
import type { Mail } from "../../mail/mail";
import { asAddresses } from "../../mail/mime/addresses";
import { findHeader, parseHeaderFields, type HeaderField } from "../../mail/mime/header-fields";
import { asText } from "../../mail/mime/header-text";
import type { Delivery, Directory, DirectoryAccount, VacationAnswer } from "../../seams";
import { formatHeaderDate } from "../email/write-header";
import { readVacationResponse, type VacationResponse } from "./vacation-response";

/** The same sender is told once in this time. Milliseconds: seven days, the default of RFC 5230. */
const day = 24 * 60 * 60 * 1000;
const silence = 7 * day;

type Answer = Pick<VacationResponse, "subject" | "textBody" | "htmlBody">;

const machine =
  /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|owner-.*|.*-request|.*-bounces?|bounces?([+-].*)?)@/i;

/** The sender to answer, or `null` where RFC 3834 section 2 forbids an answer. */
function senderToAnswer(fields: HeaderField[], { addresses }: DirectoryAccount): string | null {
  const header = (name: string) => findHeader(fields, name);
  const sender = /<([^<>\s]+@[^<>\s]+)>/.exec(header("return-path") ?? "")?.[1];
  if (!sender || machine.test(sender) || addresses.includes(sender.toLowerCase())) return null;
  const auto = asText(header("auto-submitted") ?? "no");
  if (!/^no\b/i.test(auto) || /bulk|junk|list/i.test(header("precedence") ?? "")) return null;
  if (header("x-auto-response-suppress") || fields.some(({ name }) => /^list-/i.test(name))) return null;
  const addressed = ["to", "cc"].flatMap((name) => asAddresses(header(name) ?? ""));
  return addressed.some(({ email }) => addresses.includes(email.toLowerCase())) ? sender : null;
}

function composeReply(
  { subject, textBody, htmlBody }: Answer,
  fields: HeaderField[],
  { displayName, emailAddress }: DirectoryAccount,
  recipient: string,
  now: number,
): Uint8Array {
  const text = textBody === null && htmlBody !== null ? [] : [plainPart("text/plain", { text: textBody ?? "" })];
  const html = htmlBody === null ? [] : [plainPart("text/html", { text: htmlBody })];
  const [only, second] = [...text, ...html];
  const body = only && !second ? only : plainPart("multipart/alternative", { parts: [...text, ...html] });
  const answered = asText(findHeader(fields, "message-id") ?? "");
  const title = subject ?? `Auto: ${asText(findHeader(fields, "subject") ?? "")}`.slice(0, 500);
  const headers: [string, string][] = [
    ["From", displayName ? `${encodePhrase(displayName)} <${emailAddress}>` : emailAddress],
    ["To", recipient],
    ["Subject", encodeText(title.replace(/[\r\n]+/g, " "))],
    ["Date", formatHeaderDate(new Date(now).toISOString())],
    ["Message-ID", `<${randomUUID()}@${emailAddress.split("@").at(-1)}>`],
    ...(/^<[^<>\s]{1,900}>$/.test(answered)
      ? ([
          ["In-Reply-To", answered],
          ["References", answered],
        ] satisfies [string, string][])
      : []),
    ["Auto-Submitted", "auto-replied"],
    ["MIME-Version", "1.0"],
  ];
  return composeMessage({ ...body, headers });
}

function isOnVacation({ isEnabled, fromDate, toDate }: VacationResponse, now: number): boolean {
  if (!isEnabled || (fromDate !== null && now < new Date(fromDate).getTime())) return false;
  return toDate === null || now < new Date(toDate).getTime();
}

/** Notes that a sender is told now; false when it was told lately. */
function claimReply({ db }: Mail, accountId: string, sender: string, now: number, silence: number): boolean {
  const { changes } = db
    .query(
      `insert into vacation_replies (account_id, sender, replied_at) values (?, ?, ?)
       on conflict do update set replied_at = excluded.replied_at where replied_at <= ?`,
    )
    .run(accountId, sender.toLowerCase(), now, now - silence);
  return changes > 0;
}

export type VacationReply = { recipient: string; raw: Uint8Array };
type Accounts = Pick<Directory, "findAccount">;

/** The automatic answer to a message that has just arrived, or `null`. Each sender is answered once a week, machines and lists never. */
export function takeVacationReply(mail: Mail, directory: Accounts, delivery: Delivery): VacationReply | null {
  const vacation = readVacationResponse(mail, delivery.accountId);
  if ((delivery.role ?? "inbox") !== "inbox" || !isOnVacation(vacation, mail.now())) return null;
  return takeReply(mail, directory, delivery, { ...vacation, silence });
}

/** What a script answers (RFC 5230), under the same rules. */
export const takeScriptReply = (mail: Mail, directory: Accounts, delivery: Delivery, answer: VacationAnswer) =>
  takeReply(mail, directory, delivery, {
    ...{ subject: answer.subject, textBody: answer.text, htmlBody: null },
    silence: answer.days * day,
  });

function takeReply(
  mail: Mail,
  directory: Accounts,
  { accountId, raw }: Delivery,
  answer: Answer & { silence: number },
): VacationReply | null {
  const now = mail.now();
  const account = directory.findAccount(accountId);
  const { fields } = parseHeaderFields(raw, 0, raw.length);
  const recipient = account && senderToAnswer(fields, account);
  if (!recipient || !claimReply(mail, accountId, recipient, now, answer.silence)) return null;
  return { recipient, raw: composeReply(answer, fields, account, recipient, now) };
}
