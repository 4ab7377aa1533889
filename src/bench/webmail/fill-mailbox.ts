import { createMailStore } from "../../engine/embedded/mail/mail-store";
import { deliver } from "../../engine/embedded/mail/deliver";

const words =
  "meeting invoice project harvest budget winter letter garden station bicycle kitchen contract summer delivery ticket holiday report photo question answer".split(
    " ",
  );
const people = ["Ada Lovelace", "Grace Hopper", "Alan Turing", "Edsger Dijkstra", "Barbara Liskov", "Donald Knuth"];
const word = (at: number) => words[at % words.length]!;

/** As a newsletter is written: a table, colours and a picture from elsewhere that is not fetched. */
const htmlOf = (text: string, at: number) =>
  `<html><head><style>.c { color: #345; padding: 8px }</style></head><body><table width="600"><tr><td class="c"><h1>${word(at)}</h1>${text
    .split(" ")
    .map((said, place) =>
      place % 9 === 0
        ? `<p style="margin: 4px"><b>${said}</b> <a href="https://ext.test/${place}">${said}</a></p>`
        : said,
    )
    .join(" ")}<img src="https://ext.test/${at}.png" width="1" height="1" alt=""></td></tr></table></body></html>`;

/** Always the same for a number; two of three in HTML too, each fifth answers the one before, each ninth has an attachment. */
function letter(at: number, to: string, receivedAt: Date): Uint8Array {
  const person = people[at % people.length]!;
  const subject = `${word(at)} ${word(at * 7 + 3)} ${at}`;
  const body = Array.from({ length: 40 }, (_, line) => word(at * 13 + line * 5)).join(" ");
  const head = [
    `From: ${person} <${person.split(" ")[0]!.toLowerCase()}${at % 97}@ext.test>`,
    `To: <${to}>`,
    `Subject: ${at % 5 === 4 ? `Re: ${word(at - 1)} ${word((at - 1) * 7 + 3)} ${at - 1}` : subject}`,
    `Message-ID: <${at}@ext.test>`,
    ...(at % 5 === 4 ? [`References: <${at - 1}@ext.test>`, `In-Reply-To: <${at - 1}@ext.test>`] : []),
    `Date: ${receivedAt.toUTCString()}`,
    "MIME-Version: 1.0",
  ];
  const text = `Hello,\r\n\r\n${body}.\r\n\r\nYours, ${person}\r\n`;
  const lines =
    at % 3 !== 2
      ? [
          ...head,
          'Content-Type: multipart/alternative; boundary="b"',
          "",
          `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`,
          `--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${htmlOf(body, at)}`,
          "--b--",
        ]
      : at % 9 === 8
        ? [
            ...head,
            'Content-Type: multipart/mixed; boundary="b"',
            "",
            "--b\r\nContent-Type: text/plain; charset=utf-8\r\n",
            text,
            `--b\r\nContent-Type: text/csv; name="${word(at)}.csv"\r\nContent-Disposition: attachment; filename="${word(at)}.csv"\r\n`,
            "a,b\r\n1,2\r\n--b--",
          ]
        : [...head, "Content-Type: text/plain; charset=utf-8", "", text];
  return Buffer.from(lines.join("\r\n"));
}

/** Files so many messages in the inbox of an account whose mail server does not run, the newest a minute old; three of four are read. */
export function fillMailbox(dataDir: string, account: { accountId: string; address: string }, count: number): void {
  const { accountId, address } = account;
  const found = { accountId, emailAddress: address, displayName: "", addresses: [address], maxDiskQuota: 0 };
  const { mail, store, close } = createMailStore({ dataDir, directory: { findAccount: () => found } });
  store.openAccount(accountId);
  // Nothing is lost that could not be made again.
  mail.db.run("pragma synchronous = off");
  const begun = Date.now() - count * 600_000;
  mail.db.run("begin");
  for (let at = 0; at < count; at++) {
    const receivedAt = new Date(begun + at * 600_000);
    const keywords = at % 4 === 3 ? [] : ["$seen"];
    deliver(mail, { accountId, raw: letter(at, address, receivedAt), receivedAt, keywords }, 0);
    if (at % 1000 === 999) mail.db.run("commit; begin");
  }
  mail.db.run("commit");
  close();
}
