import { expect, test } from "bun:test";
import { mailboxPreferences } from "../../../../../db/schema";
import { testServices } from "~/server/testing";
import { getOverview } from "../get-overview";
import { testMailboxes } from "../testing-webmail";
import { ListThreads } from "../../schema";
import { setPreferences } from "./set-preferences";

const { services, owner } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const shown = async ({ ctx }: (typeof people)["ana"]) => (await getOverview(ctx, ListThreads.parse({}))).preferences;

test("what somebody chooses is there at the next visit, what they do not stays, and others keep theirs", async () => {
  await setPreferences(people.ana.ctx, { density: "compact" });
  await setPreferences(people.ana.ctx, { undoSeconds: 30 });
  expect(await shown(people.ana)).toMatchObject({ density: "compact", undoSeconds: 30, pane: "split" });
  expect(await shown(people.bea)).toMatchObject({ density: "comfortable", undoSeconds: 10 });
});

test("what is stored and not understood any more is the default", async () => {
  await owner.update(mailboxPreferences).set({ data: { density: "huge", gone: 1, pane: "single" } });
  expect(await shown(people.ana)).toMatchObject({ density: "comfortable", pane: "single" });
});
