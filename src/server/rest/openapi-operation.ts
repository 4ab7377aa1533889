import { describeFields, describeParameters } from "./field-texts";
import { errorStatus, type ErrorName } from "./openapi-parts";
import type { Operation, Parameter, ResponseObject } from "./openapi-types";
import { restExamples } from "./rest-examples";
import type { RestRoute } from "./rest-routes";
import { successStatus } from "./success-status";

/** `auth.team.setRole` -> `teamSetRole`: clients make functions of it. */
const operationIdOf = (procedure: string) =>
  procedure.replace(/^auth\.(?=\w+\.)/, "").replaceAll(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());

const idempotencyKey: Parameter = {
  ...{ name: "Idempotency-Key", in: "header", required: false },
  description: "16 to 200 visible ASCII characters, such as a UUID. The same call with the same key is done once.",
  schema: { type: "string", minLength: 16, maxLength: 200 },
};

const successTexts: Record<number, string> = {
  200: "Done.",
  201: "Made.",
  202: "Begun.",
  204: "Done; nothing to tell.",
};

/** A token is named first: it is what most programs have. */
function securityOf({ meta: { caller, scope } }: RestRoute): Operation["security"] {
  if (caller === "mailbox") return [{ mailboxSession: [] }];
  if (caller === undefined) return [];
  return scope ? [{ apiToken: [scope] }, { memberSession: [] }] : [{ memberSession: [] }];
}

function errorsOf(route: RestRoute): ErrorName[] {
  const { type, input, path, method, meta } = route;
  const isSend = route.procedure === "webmail.send";
  return [
    ...(input || type === "mutation" ? (["Invalid"] as const) : []),
    ...(meta.caller || path.startsWith("/auth/") || path.endsWith("/login")
      ? (["Unauthorized", "Forbidden"] as const)
      : []),
    ...(path.includes("{") || type === "mutation" ? (["NotFound"] as const) : []),
    ...(type === "mutation" ? (["Conflict"] as const) : []),
    ...(method !== "GET" && method !== "DELETE" ? (["UnsupportedMediaType"] as const) : []),
    ...(isSend ? (["Refused"] as const) : []),
    ...(["TooMany", "Unavailable"] as const),
    ...(isSend ? (["UnknownOutcome"] as const) : []),
  ];
}

/** Makes of what was generated from a procedure's schemas what the API really does: its status, its errors, its keys. */
export function completeOperation(route: RestRoute, generated: Operation): Operation {
  const { procedure, type, meta } = route;
  const example = restExamples[procedure];
  const takesKey = type === "mutation" && (meta.caller !== undefined || meta.successStatus === 201);
  const parameters = describeParameters([...(generated.parameters ?? []), ...(takesKey ? [idempotencyKey] : [])]);
  const status = successStatus(route);
  const answered = generated.responses["200"]?.content?.["application/json"];
  const success: ResponseObject = {
    description: successTexts[status] ?? "Done.",
    ...(status === 204 || !answered ? {} : { content: { "application/json": withExample(answered, example?.answer) } }),
  };
  const errors = errorsOf(route).map(
    (name) => [errorStatus[name], { $ref: `#/components/responses/${name}` }] as const,
  );
  const body = generated.requestBody?.content["application/json"];
  const description = [
    ...(generated.description ? [generated.description] : []),
    ...(meta.scope ? [`A token needs the scope \`${meta.scope}\`.`] : []),
  ].join(" ");
  return {
    ...{ operationId: operationIdOf(procedure), summary: generated.summary },
    ...(description ? { description } : {}),
    ...{ tags: generated.tags, security: securityOf(route) },
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: {
              "application/json": withExample({ ...body, schema: describeFields(body.schema) }, example?.body),
            },
          },
        }
      : {}),
    responses: Object.fromEntries([[status, success], ...errors]),
  };
}

const withExample = <Content extends object>(content: Content, example: unknown) =>
  example === undefined ? content : { ...content, example };
