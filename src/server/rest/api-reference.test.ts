import { expect, test } from "bun:test";
import "../../router";
import { ApiReference } from "../../features/auth/schema/reference";
import { openApiDocument } from "../../openapi";
import { apiReference } from "./api-reference";

const reference = apiReference("https://mail.example.org");
const calls = reference.groups.flatMap((group) => group.calls);
const call = (method: string, path: string) => calls.find((one) => one.method === method && one.path === path)!;

test("every call of the document is in the reference, once, and each group has some", () => {
  const documented = Object.values(openApiDocument().paths).flatMap((item) => Object.values(item));
  expect(calls.map(({ id }) => id).sort()).toEqual(documented.map(({ operationId }) => operationId).sort());
  expect(reference.groups.filter((group) => group.calls.length === 0)).toEqual([]);
  expect(ApiReference.safeParse(reference).success).toBe(true);
});

test("a call says who may, what it takes and what comes of it", () => {
  const create = call("POST", "/users");
  expect(create.access).toBe("token");
  expect(create.parameters).toMatchObject([{ name: "Idempotency-Key", place: "header", isRequired: false }]);
  expect(create.body).toContainEqual(
    expect.objectContaining({ name: "password", type: "string, 1 to 200", isRequired: false }),
  );
  expect(create.answers.map(({ status }) => status)).toEqual([
    "201",
    "400",
    "401",
    "403",
    "404",
    "409",
    "415",
    "429",
    "503",
  ]);
  expect(create.answers.every(({ text }) => text.length > 0)).toBe(true);
});

test("the request can be pasted into a shell as it is", async () => {
  const { curl } = call("POST", "/domains");
  expect(curl).toStartWith("curl -X POST https://mail.example.org/api/v1/domains \\\n  -H");
  expect(curl).toContain(`-d '{\n  "name": "harbourtea.example"\n}'`);
  expect(call("POST", "/auth/login").curl).toContain("-c cookies.txt");
  expect(call("GET", "/webmail/mailboxes").curl).toContain("-b cookies.txt");
});
