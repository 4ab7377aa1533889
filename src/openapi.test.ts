import { expect, test } from "bun:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { z } from "zod";
import { openApiDocument } from "./openapi";
import "./router";
import type { Operation } from "./server/rest/openapi-types";
import { restExamples } from "./server/rest/rest-examples";
import { restRoutes } from "./server/rest/rest-routes";

const document = openApiDocument();
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ call: `${method.toUpperCase()} ${path}`, path, operation })),
);

/** Of all parts of the document, those that refer to another. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === "$ref" && typeof part === "string" ? [part] : referencesIn(part),
  );
}

test("a validator that is not ours finds nothing wrong with it", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document) as unknown as Record<string, unknown>);
  expect([valid, errors ?? [], validator.version]).toEqual([true, [], "3.1"]);
});

test("every reference leads somewhere, and no part of the document is there for nothing", () => {
  const references = new Set(referencesIn(document));
  const lost = [...references].filter((reference) => {
    const [, ...parts] = reference.split("/");
    return (
      parts.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document) === undefined
    );
  });
  expect(lost).toEqual([]);
  for (const part of ["schemas", "responses"] as const)
    expect(
      Object.keys(document.components[part]).filter((name) => !references.has(`#/components/${part}/${name}`)),
    ).toEqual([]);
});

test("every operation has a name of its own, a sentence, a heading and answers for what can go wrong", () => {
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  const headings = document.tags.map(({ name }) => name);
  for (const { call, operation } of operations) {
    const { operationId, summary, tags, responses } = operation;
    expect([call, /^[a-z][A-Za-z0-9]+$/.test(operationId), summary.length > 5]).toEqual([call, true, true]);
    expect([call, tags.filter((tag) => !headings.includes(tag))]).toEqual([call, []]);
    expect([call, Object.keys(responses).filter((status) => status.startsWith("2")).length]).toEqual([call, 1]);
    expect([call, "429" in responses, "503" in responses]).toEqual([call, true, true]);
  }
});

test("every parameter of a path is described, and no schema says nothing", () => {
  const empty: string[] = [];
  for (const { call, path, operation } of operations) {
    const described =
      operation.parameters?.filter((parameter) => parameter.in === "path").map(({ name }) => name) ?? [];
    expect([call, described]).toEqual([call, [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)]);
    for (const { name, schema } of operation.parameters ?? [])
      if (Object.keys(schema).length === 0) empty.push(`${call} ${name}`);
    for (const { content } of Object.values(operation.responses))
      for (const { schema } of Object.values(content ?? {})) if (Object.keys(schema).length === 0) empty.push(call);
  }
  expect(empty).toEqual([]);
});

test("what makes something takes an Idempotency-Key, and who may call is what the gate says", () => {
  const of = (call: string) => operations.find((one) => one.call === call)!.operation as Operation;
  const takesKey = (call: string) => of(call).parameters?.some(({ name }) => name === "Idempotency-Key") ?? false;
  for (const call of [
    "POST /auth/signup",
    "POST /domains",
    "POST /users",
    "POST /webmail/messages",
    "POST /team/invitations",
  ])
    expect([call, takesKey(call)]).toEqual([call, true]);
  for (const call of ["POST /auth/login", "GET /domains"]) expect([call, takesKey(call)]).toEqual([call, false]);
  expect(of("POST /auth/login").security).toEqual([]);
  expect(of("GET /auth/me").security).toEqual([{ memberSession: [] }]);
  expect(of("POST /users").security).toEqual([{ apiToken: ["users:write"] }, { memberSession: [] }]);
  expect(of("GET /webmail/messages").security).toEqual([{ mailboxSession: [] }]);
});

test("a list says how to go on from page to page, and sizes say what they count", () => {
  for (const { call, operation } of operations) {
    const cursor = operation.parameters?.find(({ name }) => name === "after");
    if (cursor) expect([call, cursor.description]).toEqual([call, "The `next` of the page before."]);
  }
  const create = operations.find(({ call }) => call === "POST /users")!.operation;
  const { schema } = create.requestBody!.content["application/json"]!;
  expect(schema.properties?.quotaBytes?.description).toContain("octets");
});

test("the examples are what the API takes and answers", () => {
  const unknown = Object.keys(restExamples).filter((name) => !restRoutes().some(({ procedure }) => procedure === name));
  expect(unknown).toEqual([]);
  for (const { procedure, path, input, output } of restRoutes()) {
    const { body, answer } = restExamples[procedure] ?? {};
    const inPath = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, Bun.randomUUIDv7()]));
    const problems = (schema: z.ZodType | null, value: unknown) => schema?.safeParse(value).error?.issues ?? [];
    if (body) expect([procedure, problems(input, { ...inPath, ...body })]).toEqual([procedure, []]);
    if (answer) expect([procedure, problems(output, answer)]).toEqual([procedure, []]);
  }
});
