import { link } from "#trpc-link";
import { createTRPCClient } from "@trpc/client";
import type { AppRouter } from "~/router";

/** The client itself, with everything that it needs. Pages reach it through `client.ts`, which fetches it when it is first called. */
export const eagerClient = createTRPCClient<AppRouter>({ links: [link] });
