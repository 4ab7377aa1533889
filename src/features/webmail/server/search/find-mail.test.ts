import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { createLabel } from "../labels/create-label";
import { moveMessages } from "../move-messages";
import { withEngine } from "../session-engine";
import { putMail, testMailboxes } from "../testing-webmail";
import { findMail } from "./find-mail";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;
const day = 86_400_000;
const at = (days: number) => new Date(Date.now() - days * day);

const ids = {
  budget: await putMail(ctx, { subject: "Budget", body: "Eleven dollars for a compiler.", at: at(1) }),
  old: await putMail(ctx, { subject: "Ferien", body: "Schöne Grüße vom Müggelsee", at: at(400), keywords: ["$seen"] }),
  flagged: await putMail(ctx, {
    subject: "Starred",
    body: "compiler again",
    keywords: ["$flagged", "$seen"],
    at: at(2),
  }),
  gone: await putMail(ctx, { subject: "Thrown away", body: "compiler, too", at: at(3) }),
};
await moveMessages(ctx, { messageIds: [ids.gone], to: { role: "trash" } });
await putMail(people.bea.ctx, { subject: "Of somebody else", body: "compiler" });

const find = async (query: string, input = {}) =>
  (await findMail(ctx, { query, limit: 30, ...input })).hits.map(({ subject }) => subject);

test("a word finds one's own mail, newest first, without what lies in Trash", async () => {
  expect(await find("compiler")).toEqual(["Budget", "Starred"]);
  expect(await find("compiler in:trash")).toEqual(["Thrown away"]);
  expect(await find("compiler in:anywhere")).toEqual(["Budget", "Starred", "Thrown away"]);
});

test("the last word may be only begun, and accents and case are no matter", async () => {
  expect(await find("comp")).toEqual(["Budget", "Starred"]);
  expect(await find("GRUSSE mugg")).toEqual([]);
  expect(await find("GRÜßE mugg")).toEqual(["Ferien"]);
});

test("operators narrow it down", async () => {
  expect(await find("is:unread")).toEqual(["Budget"]);
  expect(await find("is:starred")).toEqual(["Starred"]);
  expect(await find("from:hopper -is:read")).toEqual(["Budget"]);
  expect(await find("older_than:1y")).toEqual(["Ferien"]);
  expect(await find("newer_than:36h")).toEqual(["Budget"]);
  expect(await find(`on:${at(2).toISOString().slice(0, 10)}`)).toEqual(["Starred"]);
  expect(await find('subject:budget OR "müggelsee"')).toEqual(["Budget", "Ferien"]);
  expect(await find("has:attachment")).toEqual([]);
  expect(await find("larger:1M")).toEqual([]);
  expect(await find("in:inbox smaller:1M")).toHaveLength(3);
});

test("a label is searched for by the name that its owner gave it", async () => {
  const { keyword } = await createLabel(ctx, { name: "Große Pläne", colour: "teal" });
  await withEngine(ctx, (engine) => engine.messages.setKeywords([ids.budget], { [keyword]: true }));
  expect(await find('label:"große pläne"')).toEqual(["Budget"]);
  expect(await find("-label:nobody-made-this in:inbox")).toHaveLength(3);
  expect(await find("label:nobody-made-this")).toEqual([]);
});

test("what was found says where it lies and why", async () => {
  const { hits, total } = await findMail(ctx, { query: "dollars", limit: 30 });
  expect(total).toBe(1);
  expect(hits[0]).toMatchObject({ messageIds: [ids.budget], unread: true });
  expect(hits[0]?.marked.preview).toEqual([
    { text: "Eleven ", isHit: false },
    { text: "dollars", isHit: true },
    { text: " for a compiler.", isHit: false },
  ]);
});

test("a search that says nothing finds nothing, and one that makes no sense fails nobody", async () => {
  for (const query of ["", "   ", "from:", "()", "\u0000", "OR", '"', "💥".repeat(250), "-(".repeat(250)])
    expect(await findMail(ctx, { query, limit: 30 })).toMatchObject({ hits: [] });
  expect(await find("compiler", { timeZone: "Mars/Olympus" })).toHaveLength(2);
});

test("nobody can search without end", async () => {
  const hurry = async () => {
    for (let turn = 0; turn < 700; turn++) await findMail(people.bea.ctx, { query: "", limit: 1 });
  };
  expect(await refusalOf(hurry())).toBe("request.too_many");
});
