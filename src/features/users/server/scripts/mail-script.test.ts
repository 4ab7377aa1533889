import { expect, test } from "bun:test";
import { type Absence, mailScript } from "./mail-script";

const addresses = ["ana@acme.test", "ana.ruiz@acme.test"];
const passing = (target: string, keepsCopy: boolean) =>
  mailScript({ forwarding: { target, keepsCopy }, absence: null, addresses });
const away = (absence: Partial<Absence> = {}) =>
  mailScript({
    ...{ forwarding: null, addresses },
    absence: { fromDate: null, untilDate: null, zone: "+0100", subject: "", text: "I am away.", ...absence },
  });

test("a forwarding is one line of script, and none is none", () => {
  expect(passing("a@b.test", false)).toBe('redirect "a@b.test";\r\n');
  expect(passing("a@b.test", true)).toBe('require ["copy"];\r\nredirect :copy "a@b.test";\r\n');
  expect(mailScript({ forwarding: null, absence: null, addresses })).toBeNull();
});

test("somebody who is away answers and still has mail passed on", () => {
  expect(away({ fromDate: "2026-12-20", untilDate: "2027-01-06", subject: "Away" })).toBe(
    [
      'require ["vacation", "date", "relational"];',
      'if allof (currentdate :zone "+0100" :value "ge" "date" "2026-12-20", currentdate :zone "+0100" :value "le" "date" "2027-01-06") {',
      'vacation :days 7 :subject "Away" :addresses ["ana@acme.test", "ana.ruiz@acme.test"] "I am away.";',
      "}\r\n",
    ].join("\r\n"),
  );
  const absence = { fromDate: null, untilDate: null, zone: "+0100", subject: "", text: "Away." };
  expect(mailScript({ forwarding: { target: "a@b.test", keepsCopy: true }, absence, addresses })).toBe(
    [
      'require ["copy", "vacation"];',
      'vacation :days 7 :addresses ["ana@acme.test", "ana.ruiz@acme.test"] "Away.";',
      'redirect :copy "a@b.test";\r\n',
    ].join("\r\n"),
  );
});

test("no address and no text can end the string that it stands in", () => {
  const target = String.raw`a"\; discard; "@b.test`;
  expect(passing(target, false)).toBe(String.raw`redirect "a\"\\; discard; \"@b.test";` + "\r\n");
  expect(() => passing("a@b.test\r\nstop;", false)).toThrow("one line");
  expect(away({ text: 'bye";\ndiscard; \u0000"' })).toContain(String.raw`"bye\";` + "\r\n" + String.raw`discard; \"";`);
  expect(() => away({ subject: 'x"\r\n; discard;' })).toThrow("one line");
});
