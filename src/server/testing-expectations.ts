import { appRouter } from "../router";
import type { Context } from "./context";
import { addressesExpectations } from "./expectations/testing-addresses";
import { accessExpectations } from "./expectations/testing-access";
import { auditExpectations } from "./expectations/testing-audit";
import { authExpectations } from "./expectations/testing-auth";
import { composingExpectations } from "./expectations/testing-composing";
import { connectExpectations } from "./expectations/testing-connect";
import { domainsExpectations } from "./expectations/testing-domains";
import { draftsExpectations } from "./expectations/testing-drafts";
import type { Expectations } from "./expectations/testing-expectation";
import { guardExpectations } from "./expectations/testing-guard";
import { limitsExpectations } from "./expectations/testing-limits";
import { handlingExpectations } from "./expectations/testing-handling";
import { importsExpectations } from "./expectations/testing-imports";
import { groupsExpectations } from "./expectations/testing-groups";
import { oauthExpectations } from "./expectations/testing-oauth";
import { partsExpectations } from "./expectations/testing-parts";
import { readingExpectations } from "./expectations/testing-reading";
import { runsExpectations } from "./expectations/testing-runs";
import { searchExpectations } from "./expectations/testing-search";
import { outboxExpectations } from "./expectations/testing-outbox";
import { securityExpectations } from "./expectations/testing-security";
import { statsExpectations } from "./expectations/testing-stats";
import { teamExpectations } from "./expectations/testing-team";
import { tenantExpectations } from "./expectations/testing-tenant";
import { tokensExpectations } from "./expectations/testing-tokens";
import { traceExpectations } from "./expectations/testing-trace";
import { usageExpectations } from "./expectations/testing-usage";
import { usersExpectations } from "./expectations/testing-users";
import { webhooksExpectations } from "./expectations/testing-webhooks";
import { webmailExpectations } from "./expectations/testing-webmail";
import { createCallerFactory, failureOf, type Meta } from "./trpc";

/**
 * Who may call which procedure, and with what: one row each, in the file of its area under `expectations/`. What has no row is
 * refused by the tests, so that nothing is open because nobody thought of it.
 */
export const expectations: Expectations = {
  // First: what is done to a mailbox by the rows below shows in its activity.
  ...webmailExpectations,
  ...outboxExpectations,
  ...searchExpectations,
  ...handlingExpectations,
  ...composingExpectations,
  ...partsExpectations,
  ...readingExpectations,
  ...{ ...authExpectations, ...oauthExpectations, ...securityExpectations, ...teamExpectations, ...tenantExpectations },
  ...{ ...tokensExpectations, ...webhooksExpectations, ...auditExpectations },
  ...draftsExpectations,
  ...guardExpectations,
  ...limitsExpectations,
  ...runsExpectations,
  ...{ ...importsExpectations, ...usageExpectations },
  ...statsExpectations,
  ...addressesExpectations,
  ...accessExpectations,
  ...traceExpectations,
  ...{ ...domainsExpectations, ...connectExpectations, ...usersExpectations, ...groupsExpectations },
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
