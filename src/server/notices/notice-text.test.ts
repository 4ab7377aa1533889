import { expect, test } from "bun:test";
import { corpusRows } from "../../lib/testing-corpora";
import { noticeKinds, type NoticeKind } from "./notice-kinds";
import { noticeText } from "./notice-text";

const origin = "https://mail.example.org";
const write = (kind: NoticeKind, fields: Record<string, string>, locale = "en") =>
  noticeText(kind, { locale, fields, origin });

test("every notice has a subject of one line and a text without holes, in each language", () => {
  for (const [kind, names] of Object.entries(noticeKinds))
    for (const locale of ["en", "de", "de-AT"]) {
      const fields = Object.fromEntries(names.map((name: string) => [name, `<${name}>`]));
      const { subject, text } = write(kind as NoticeKind, fields, locale);
      expect([kind, locale, /[\n{}]/.test(subject), /\{\w+\}/.test(text)]).toEqual([kind, locale, false, false]);
      for (const name of names) expect(`${subject}\n${text}`).toContain(`<${name}>`);
    }
});

test("a link stands on a line of its own", () => {
  const { text } = write("reset_password", { link: `${origin}/reset#abc` });
  expect(text.split("\n")).toContain(`${origin}/reset#abc`);
});

test.each([
  ["You won: https://evil.example/prize", /https?:\/\//],
  ["Go to evil.example now", /evil\.example/],
  ["write to boss@evil.example today", /@evil/],
  ["x".repeat(100), /x{81}/],
  ["a\r\n\r\nhttps://evil.example", /\n\nhttps/],
])(
  "a company that is called %p brings no link and no paragraph of its own into a mail to a stranger",
  (company, link) => {
    const { subject, text } = write("confirm_email", { company, link: `${origin}/confirm#abc` });
    expect(subject).not.toMatch(link);
    expect(text.replaceAll(origin, "")).not.toMatch(link);
  },
);

test("an inviter is named by the address as it is, and a company with a dot stays readable", () => {
  const { subject } = write("invitation", {
    inviter: "ana@acme.example",
    company: "Acme.io",
    role: "Admin",
    link: "x",
  });
  expect(subject).toBe("ana@acme.example invites you to Acme. io");
});

type Row = { id: string; value: string };
test("V1.3.11 no name makes a subject of two lines", () => {
  for (const { value } of corpusRows<Row>("web/header-injection.jsonl"))
    expect(write("confirm_email", { company: value, link: "x" }).subject).not.toMatch(/\p{Cc}/u);
});
