import { expect, test } from "bun:test";
import { areas, areasOf } from "./areas";
import { provideCatalogue } from "./catalogue";
import { de } from "./de";
import { en } from "./en";
import type { Message, Messages } from "./keys";
import { t } from "./t";
import { translate } from "./translate";

const texts = (message: Message | undefined) =>
  typeof message === "string" ? [message] : message ? [message.one, message.other] : [];
const holes = (message: Message | undefined) =>
  [...new Set(texts(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

for (const area of areas) {
  const english: Messages = en[area];
  const german: Messages = de[area];

  test(`${area}: everything that is said in English is said in German`, () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    expect(Object.entries(german).filter(([, message]) => texts(message).some((text) => text.trim() === ""))).toEqual(
      [],
    );
  });

  test(`${area}: a German sentence fills in the same things as its English twin`, () => {
    expect(Object.keys(english).filter((key) => `${holes(german[key])}` !== `${holes(english[key])}`)).toEqual([]);
  });
}

test("one thing is counted in the singular, none and many in the plural", () => {
  const message = { one: "{count} Domain", other: "{count} Domains" };
  expect([0, 1, 2, 1200].map((count) => translate(message, { count }, "de"))).toEqual([
    "0 Domains",
    "1 Domain",
    "2 Domains",
    "1.200 Domains",
  ]);
});

test("text that a customer typed is put in as it is, braces and all", () => {
  expect(translate("Type {text} to confirm", { text: "{text} $& <b>" }, "en")).toBe("Type {text} $& <b> to confirm");
});

test("a page speaks the language of its request", () => {
  provideCatalogue({ locale: () => "de", messages: (area) => de[area] });
  expect(t("common.close")).toBe("Schließen");
  expect(t("common.itemsSelected", { count: 2000 })).toBe("2.000 ausgewählt");
});

test("a page downloads the sentences of its own part of the product, and the common ones", () => {
  expect(areasOf("/mail/inbox")).toEqual(["common", "webmail", "threads", "handling", "reading", "parts"]);
  expect(areasOf("/")).toEqual(["common", "landing"]);
  expect(areasOf("/nowhere")).toEqual(["common"]);
  expect(areasOf("/constructor")).toEqual(["common"]);
});
