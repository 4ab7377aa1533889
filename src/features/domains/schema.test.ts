import { expect, test } from "bun:test";
import { en } from "~/lib/i18n/en";
import { AdviceCode, DomainRecord, DomainState, RecordState } from "./schema";
import { FindingCode } from "./schema/findings";

test("every state, purpose, piece of advice and finding has a sentence", () => {
  const wanted = [
    ...DomainState.options.map((state) => `state_${state}`),
    ...RecordState.options.flatMap((state) => [`record_${state}`, `mail_${state}`]),
    ...DomainRecord.shape.purpose.options.map((purpose) => `purpose_${purpose}`),
  ];
  expect(wanted.filter((key) => !(key in en.domains))).toEqual([]);
  const told = [
    ...AdviceCode.options.map((code) => `advice_${code}`),
    ...FindingCode.options.map((code) => `finding_${code}`),
  ];
  expect(told.filter((key) => !(key in en.checks))).toEqual([]);
});

test("no advice is worded that is never given", () => {
  const worded = Object.keys(en.checks).filter((key) => key.startsWith("advice_") && !key.startsWith("advice_none"));
  expect(worded.map((key) => key.slice("advice_".length)).toSorted()).toEqual([...AdviceCode.options].toSorted());
});
