import { expect, test } from "bun:test";
import { dkimRecords, type PublishedKey } from "./dkim-records";

const key = (selector: string, stage: PublishedKey["stage"], algorithm = "rsa-sha256"): PublishedKey => ({
  ...{ selector, stage, algorithm, publicKey: `P${selector}` },
});
const shown = (keys: PublishedKey[], aliases: Parameters<typeof dkimRecords>[1] = null) =>
  dkimRecords(keys, aliases).map(({ selector, level, type, key: behind }) => [selector, level, type, behind ?? null]);
const aliases = { targetOf: (selector: string) => `${selector}.keys.test`, arePublished: true };

test("the only key is required, one that waits beside it is not, and what is over is not asked for", () => {
  expect(shown([key("dm1", "pending")])).toEqual([["dm1", "required", "TXT", null]]);
  expect(shown([key("dm1", "active"), key("dm2", "pending")])).toEqual([
    ["dm1", "required", "TXT", null],
    ["dm2", "recommended", "TXT", null],
  ]);
  expect(shown([key("dm1", "retiring"), key("dm2", "active")])).toEqual([["dm2", "required", "TXT", null]]);
  expect(shown([key("dm1", "retired"), key("dm2", "pending")])).toEqual([["dm2", "required", "TXT", null]]);
});

test("the second algorithm never holds a domain up", () => {
  expect(shown([key("dm1", "pending"), key("ed1", "pending", "ed25519-sha256")])).toEqual([
    ["dm1", "required", "TXT", null],
    ["ed1", "recommended", "TXT", null],
  ]);
});

test("two aliases are asked for at once, and the one behind which no key signs is not missed later", () => {
  expect(shown([key("dm1", "pending")], { ...aliases, arePublished: false })).toEqual([
    ["dm1", "required", "CNAME", null],
    ["dm2", "required", "CNAME", null],
  ]);
  expect(shown([key("dm1", "retired"), key("dm2", "active")], aliases)).toEqual([
    ["dm1", "recommended", "CNAME", null],
    ["dm2", "required", "CNAME", "v=DKIM1; k=rsa; p=Pdm2"],
  ]);
});
