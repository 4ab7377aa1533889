import { expect, test } from "bun:test";
import { findSign, type SendingFigures } from "./find-sign";

const quiet: SendingFigures = {
  ...{ recipients: 0, strangers: 0, usualPeak: 0, bounced: 0 },
  ...{ isNewNetwork: false, failedSignIns: 0, allowed: 0 },
};
const signOf = (figures: Partial<SendingFigures>) => findSign({ ...quiet, ...figures })?.sign ?? null;

test.each([
  ["a new mailbox that writes to a dozen strangers", { recipients: 14, strangers: 14 }, null],
  ["a letter to 60 known customers", { recipients: 60, strangers: 4, usualPeak: 12 }, null],
  ["35 strangers within an hour", { recipients: 40, strangers: 35 }, "fan_out"],
  ["a salesperson who writes to 30 strangers an hour", { recipients: 34, strangers: 30, usualPeak: 30 }, null],
  ["a journey: a new network, and the usual mail", { recipients: 20, strangers: 3, isNewNetwork: true }, null],
  [
    "strangers, just after a sign-in from nowhere",
    { recipients: 18, strangers: 16, isNewNetwork: true },
    "new_network",
  ],
  [
    "strangers, after many guesses at the password",
    { recipients: 16, strangers: 15, failedSignIns: 30 },
    "failed_sign_ins",
  ],
  ["guesses at the password alone", { recipients: 5, strangers: 5, failedSignIns: 500 }, null],
  ["three bounces in a row", { recipients: 3, strangers: 3, bounced: 3 }, null],
  ["an old list: every third is refused", { recipients: 30, strangers: 10, bounced: 10 }, "bounces"],
  ["ten bounces of a mailing to hundreds", { recipients: 200, strangers: 0, bounced: 10, usualPeak: 180 }, null],
  ["three times as many as ever", { recipients: 91, strangers: 10, usualPeak: 30 }, "rate"],
  ["a newsletter that goes out each week", { recipients: 600, strangers: 20, usualPeak: 580 }, null],
  ["more than anybody needs", { recipients: 1600, strangers: 0, usualPeak: 1200 }, "rate"],
  ["what an admin has allowed", { recipients: 45, strangers: 45, allowed: 40 }, null],
  ["far more than an admin has allowed", { recipients: 90, strangers: 90, allowed: 40 }, "fan_out"],
] as const)("%s", (_, figures, sign) => expect(signOf(figures)).toBe(sign));
