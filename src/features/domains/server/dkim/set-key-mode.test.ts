import { expect, test } from "bun:test";
import type { MemberCtx } from "~/server/context";
import { refusalOf, testServices } from "~/server/testing";
import { getDomain } from "../get-domain";
import { publishInTrial } from "../publish-in-trial";
import { listKeys } from "./list-keys";
import { setKeyMode } from "./set-key-mode";
import { domainWithKeys, keysOf } from "./testing-keys";

const { services } = await testServices();
const dkimZone = { name: "keys.deftmail.test", update: null };
const inTrial = { ...services, platform: { ...services.platform, dkimZone } };
const dkimOf = async (ctx: MemberCtx, domainId: string) =>
  (await getDomain(ctx, { domainId })).records
    .filter(({ purpose }) => purpose === "dkim")
    .map(({ id, type, state, advice }) => [id, type, state, advice?.code ?? null]);

test("a domain changes over to aliases record by record, and its mail is signed all the while", async () => {
  const { ctx, domainId } = await domainWithKeys(services, "change-over.test");
  expect(await refusalOf(setKeyMode(ctx, { domainId, mode: "cname" }))).toBe("dkim.no_zone");
  const zoned = { ...ctx, platform: inTrial.platform };
  const { work, stages } = keysOf(inTrial, zoned, { domainId, name: "change-over.test" });
  await setKeyMode(zoned, { domainId, mode: "cname" });
  await work();
  expect(await dkimOf(zoned, domainId)).toEqual([
    ["dkim.dm1", "CNAME", "match", "dkim_text_works"],
    ["dkim.dm2", "CNAME", "missing", "add"],
  ]);
  expect((await listKeys(zoned, { domainId })).keys[0]?.record?.isOtherForm).toBe(true);
  await publishInTrial(zoned, { domainId });
  await work();
  expect(await dkimOf(zoned, domainId)).toEqual([
    ["dkim.dm1", "CNAME", "match", null],
    ["dkim.dm2", "CNAME", "match", null],
  ]);
  await setKeyMode(zoned, { domainId, mode: "txt" });
  await work();
  expect(await dkimOf(zoned, domainId)).toEqual([["dkim.dm1", "TXT", "match", null]]);
  expect(await stages()).toEqual({ dm1: "active" });
});
