import type { ApiReference, ReferenceCall, ReferenceField } from "../../features/auth/schema/reference";
import { openApiDocument } from "../../openapi";
import type { JsonSchema, OpenApiDocument, Operation } from "./openapi-types";
import { resolved, typeText } from "./schema-text";

const json = (value: unknown) => JSON.stringify(value, null, 2);

function accessOf({ security }: Operation): ReferenceCall["access"] {
  const names = security.flatMap((scheme) => Object.keys(scheme));
  if (names.includes("apiToken")) return "token";
  if (names.includes("mailboxSession")) return "mailbox";
  return names.length > 0 ? "member" : "public";
}

function bodyFields(schema: JsonSchema | undefined, document: OpenApiDocument): ReferenceField[] {
  const { properties = {}, required = [] } = schema ? resolved(schema, document) : {};
  return Object.entries(properties).map(([name, field]) => ({
    ...{ name, place: null, type: typeText(field), description: field.description ?? "" },
    isRequired: required.includes(name),
  }));
}

/** In single quotes a shell changes nothing; one of them in the text ends and begins them anew. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const credentials: Record<ReferenceCall["access"], string[]> = {
  token: ['-H "Authorization: Bearer $DEFTMAIL_TOKEN"'],
  member: ["-b cookies.txt"],
  mailbox: ["-b cookies.txt"],
  public: ["-c cookies.txt"],
};

function curlOf(method: string, path: string, access: ReferenceCall["access"], body: unknown, origin: string): string {
  const isRead = method === "GET";
  const parts = [
    `curl ${isRead ? "" : `-X ${method} `}${origin}/api/v1${path}`,
    ...(isRead && access === "public" ? [] : credentials[access]),
    ...(isRead || access === "token" ? [] : [`-H "Origin: ${origin}"`]),
    ...(body === undefined ? [] : ['-H "Content-Type: application/json"', `-d ${quoted(json(body))}`]),
  ];
  return parts.join(" \\\n  ");
}

function callOf(method: string, path: string, operation: Operation, document: OpenApiDocument, origin: string) {
  const media = operation.requestBody?.content["application/json"];
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith("2"))?.[1];
  const example = success?.content?.["application/json"]?.example;
  const access = accessOf(operation);
  return {
    ...{ id: operation.operationId, method, path, summary: operation.summary, access },
    description: operation.description ?? "",
    parameters: (operation.parameters ?? []).map(({ name, in: place, required = false, description = "", schema }) => ({
      ...{ name, place, type: typeText(schema), isRequired: required, description },
    })),
    body: bodyFields(media?.schema, document),
    answers: Object.entries(operation.responses).map(([status, response]) => {
      const name = response.$ref?.split("/").at(-1);
      return { status, text: (name ? document.components.responses[name]?.description : response.description) ?? "" };
    }),
    curl: curlOf(method, path, access, media?.example, origin),
    example: example === undefined ? null : json(example),
  } satisfies ReferenceCall;
}

/** The document of the API as people read it; `origin` is where this installation is reached. */
export function apiReference(origin: string): ApiReference {
  const document = openApiDocument();
  const calls = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ operation, path, method: method.toUpperCase() })),
  );
  return {
    ...{ version: document.info.version, about: (document.info.description ?? "").split("\n\n") },
    groups: document.tags.map(({ name, description: text }) => ({
      ...{ name, text },
      calls: calls
        .filter(({ operation }) => operation.tags.includes(name))
        .map(({ method, path, operation }) => callOf(method, path, operation, document, origin)),
    })),
  };
}
