import { expect, test } from "bun:test";
import { typeState } from "../../mail/read-changes";
import { openTestMail } from "../../mail/testing";
import { writeMail } from "../../mail/write-mail";
import { insertObject, listObjects } from "../object-store";
import { forgetOldSubmissions } from "./submission";

test("submissions are remembered for three days after they left, and held ones until then", () => {
  const { mail, close } = openTestMail();
  const day = 24 * 60 * 60 * 1000;
  const ages = [-2, 0, 2.9, 3.1, 30];
  writeMail(mail, "f", (write) => {
    for (const age of ages) insertObject(write, "EmailSubmission", { age }, mail.now() - age * day);
  });
  const state = typeState(mail, "f", "EmailSubmission");
  writeMail(mail, "f", forgetOldSubmissions);
  const left = listObjects<{ age: number }>(mail, "f", "EmailSubmission").map(({ value }) => value.age);
  expect(left).toEqual([2.9, 0, -2]);
  expect(typeState(mail, "f", "EmailSubmission")).not.toBe(state);
  close();
});
