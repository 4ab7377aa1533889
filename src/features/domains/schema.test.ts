import { expect, test } from "bun:test";
import { en } from "~/lib/i18n/en";
import { AdviceCode, DomainRecord, DomainState, RecordState } from "./schema";

test("every state, purpose and piece of advice has a sentence", () => {
  const wanted = [
    ...AdviceCode.options.map((code) => `advice_${code}`),
    ...DomainState.options.map((state) => `state_${state}`),
    ...RecordState.options.flatMap((state) => [`record_${state}`, `mail_${state}`]),
    ...DomainRecord.shape.purpose.options.map((purpose) => `purpose_${purpose}`),
  ];
  expect(wanted.filter((key) => !(key in en.domains))).toEqual([]);
});

test("no advice is worded that is never given", () => {
  const worded = Object.keys(en.domains).filter((key) => key.startsWith("advice_") && !key.startsWith("advice_none"));
  expect(worded.map((key) => key.slice("advice_".length)).toSorted()).toEqual([...AdviceCode.options].toSorted());
});
