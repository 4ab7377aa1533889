import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "../../router";
import { retryAfter, trpcPrefix } from "./answer-failure";
import type { KnownStep } from "./exchange";

/** As many calls as a page asks for at once (`trpc/link.browser.ts`). */
const maxBatchSize = 20;

/** Procedures, as our own pages call them. */
export const answerTrpc: KnownStep = ({ request, url, context }) =>
  url.pathname.startsWith(trpcPrefix)
    ? fetchRequestHandler({
        ...{ endpoint: trpcPrefix.slice(0, -1), req: request, router: appRouter, maxBatchSize },
        createContext: () => context,
        responseMeta: ({ errors }) => ({ headers: new Headers(retryAfter(errors)) }),
      })
    : null;
