import { expect, test } from "bun:test";

/** Requirements of OWASP ASVS 5.0.0 on accounts, tenants and the API that have a test of their own, whose name begins with their id. */
const tested = `
  V1.2.3 V1.2.4 V1.2.5 V1.2.10 V1.3.2 V1.3.6 V1.3.11 V1.5.2 V2.2.1 V2.3.4 V2.4.1 V3.2.1 V3.2.2 V3.3.1 V3.3.2 V3.3.3 V3.3.4
  V3.4.1 V3.4.2 V3.4.3 V3.4.4 V3.4.5 V3.4.6 V3.4.8 V3.5.1 V3.5.2 V3.5.3 V3.5.8 V3.7.2 V4.1.1 V4.1.3 V4.2.1 V4.2.5 V4.3.1
  V4.4.2 V6.2.1 V6.2.3 V6.2.4 V6.2.5 V6.2.6 V6.2.7 V6.2.9 V6.2.11 V6.3.1 V6.3.2 V6.3.4 V6.3.8 V6.4.1 V6.4.3 V6.4.6 V6.5.1 V6.5.2 V6.5.5
  V6.6.3 V7.2.2 V7.2.3 V7.2.4 V7.3.1 V7.3.2 V7.4.1 V7.4.2 V7.4.3 V7.4.5 V7.5.1 V7.5.2 V8.2.1 V8.2.2 V8.2.3 V8.3.2 V8.4.1
  V9.1.1 V9.1.2 V9.1.3 V9.2.1 V9.2.3 V10.4.5 V11.4.2 V11.5.1 V12.3.2 V13.2.2 V13.2.3 V13.2.4 V13.3.1 V13.4.2 V13.4.5
  V14.2.1 V14.3.1 V14.3.2 V14.3.3 V15.3.1 V15.3.2 V15.3.3 V15.4.2 V16.2.5 V16.3.1 V16.3.2 V16.3.3 V16.4.2 V16.5.1 V16.5.2
  V16.5.3 V16.5.4`
  .trim()
  .split(/\s+/);

/** Those that a test holds which is named for something else. */
const testedBy: Record<string, string> = {
  "V2.2.2": "each procedure refuses fields that it does not know",
  "V2.3.1": "a domain that is not active yet takes no users",
  "V2.3.3": "a sign-in that fails half-way leaves no open key behind",
  "V3.7.3": "V3.7.2",
  "V4.1.2": "behind https every kind of answer, errors and refusals too, keeps browsers on https",
  "V6.2.2": "a changed password counts at once, and the person is told",
  "V6.2.8": "every password of the corpus is taken or refused as it should be, and opens when it was taken",
  "V6.2.12": "no password that leaks often is taken, nor one with a year or a sign put to it",
  "V9.2.2": "V9.1.1 a token for a mailbox is none for the panel",
  "V9.2.4": "a token of another issuer, for another client or another visit is refused",
  "V16.4.1": "nothing that a stranger sends can forge a line of the log",
};

/** Those without a test, because. */
const untested: Record<string, string> = {
  "V1.2.9":
    "A detector bounds 308 of our 355 patterns; what the others read is kept short by its schema, or is mail, whose hostile bodies are timed.",
  "V2.3.2":
    "Limits of use are those of the plan (V2.3.4) and of time (V2.4.1); there are no others to be consistent with.",
  "V3.4.7": "Violations of the policy are reported nowhere: journeys fail on them in the browser's console instead.",
  "V6.2.10": "Nothing dates a password: no column could hold when it must be changed.",
  "V6.3.3":
    "A second factor is the person's choice, or the tenant's rule: that members without one may do nothing else is V8.2.1.",
  "V7.4.4": "Signing out is in the bar of every page; journeys use it.",
  "V7.1.3":
    "There is no session beyond our own: signing out here signs nobody out at a provider, and the other way round.",
  "V8.3.3": "No service acts for another one: a job carries its tenant and acts with the platform's rights (V1.5.2).",
  "V15.1.2": "The lock file is the list of what is used; `bun run verify` refuses one that does not fit.",
  "V15.2.1": "Needs a service outside: nothing here asks it.",
  "V16.2.1": "Every line is one object with who, what, when and from where: the type of its fields says so.",
};

type Source = { path: string; text: string };
const sources: Source[] = [];
for await (const path of new Bun.Glob("{src,db,jobs}/**/*.{test,e2e}.{ts,tsx}").scan())
  if (!path.endsWith("asvs/asvs.test.ts")) sources.push({ path, text: await Bun.file(path).text() });

/** Names of tests that begin with one or more ids, wherever a name may stand: behind `test(`, or in a table of them. */
const named = new Set(
  sources.flatMap(({ text }) =>
    [...text.matchAll(/["'`]((?:V\d+\.\d+\.\d+ )+)[^"'`]{10,}/g)].flatMap(([, ids]) => ids!.trim().split(" ")),
  ),
);

test("every requirement on the list has a test whose name begins with it", () => {
  expect(tested.filter((id) => !named.has(id))).toEqual([]);
});

test("every test that is said to hold a requirement exists", () => {
  const missing = Object.entries(testedBy).filter(([, name]) => !sources.some(({ text }) => text.includes(name)));
  expect(missing).toEqual([]);
});

test("no requirement is both tested and excused, and none that is tested is missing from the list", () => {
  const listed = [...tested, ...Object.keys(testedBy), ...Object.keys(untested)];
  expect(listed.filter((id, at) => listed.indexOf(id) !== at)).toEqual([]);
  const ofMail = /^V(1\.3\.[15]|3\.2\.3|3\.5\.5|5\.)/;
  expect([...named].filter((id) => !listed.includes(id) && !ofMail.test(id))).toEqual([]);
});
