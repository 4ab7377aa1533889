import { appRouter } from "../router";
import type { Context } from "./context";
import { auditExpectations } from "./expectations/testing-audit";
import { authExpectations } from "./expectations/testing-auth";
import { connectExpectations } from "./expectations/testing-connect";
import { domainsExpectations } from "./expectations/testing-domains";
import type { Expectations } from "./expectations/testing-expectation";
import { oauthExpectations } from "./expectations/testing-oauth";
import { securityExpectations } from "./expectations/testing-security";
import { teamExpectations } from "./expectations/testing-team";
import { tenantExpectations } from "./expectations/testing-tenant";
import { tokensExpectations } from "./expectations/testing-tokens";
import { usersExpectations } from "./expectations/testing-users";
import { webhooksExpectations } from "./expectations/testing-webhooks";
import { webmailExpectations } from "./expectations/testing-webmail";
import { createCallerFactory, failureOf, type Meta } from "./trpc";

/**
 * Who may call which procedure, and with what: one row each, in the file of its area under `expectations/`. What has no row is
 * refused by the tests, so that nothing is open because nobody thought of it.
 */
export const expectations: Expectations = {
  ...{ ...authExpectations, ...oauthExpectations, ...securityExpectations, ...teamExpectations, ...tenantExpectations },
  ...{ ...tokensExpectations, ...webhooksExpectations, ...auditExpectations },
  ...{ ...domainsExpectations, ...connectExpectations, ...usersExpectations, ...webmailExpectations },
};

type Procedure = { _def: { type: "query" | "mutation" | "subscription"; inputs: unknown[]; meta?: Meta } };
export const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>;

/** The file in which the row of a procedure belongs. */
export function fileOfRow(path: string): string {
  const [area, nested, leaf] = path.split(".");
  const own = leaf && nested === "connect" ? nested : area;
  const file = { live: "webmail", auth: leaf ? nested : "auth" }[area!] ?? own;
  return `src/server/expectations/testing-${file}.ts`;
}

const createCaller = createCallerFactory(appRouter);

/** Calls a procedure by its path, as its clients do. */
export function call(context: Context, path: string, input: unknown): Promise<unknown> {
  let at = createCaller(context) as unknown;
  for (const name of path.split(".")) at = (at as Record<string, unknown>)[name];
  return (at as (input: unknown) => Promise<unknown>)(input);
}

/** What a caller sees: the answer as JSON, or `failure <key> <details>`, or `error <message>`. */
export const answerOf = (context: Context, path: string, input: unknown): Promise<string> =>
  call(context, path, input).then(
    (answer) => JSON.stringify(answer ?? null),
    (error: Error) => {
      const failure = failureOf(error.cause);
      return failure ? `failure ${failure.key} ${JSON.stringify(failure.details)}` : `error ${error.message}`;
    },
  );
