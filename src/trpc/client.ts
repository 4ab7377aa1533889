import { link } from "#trpc-link";
import { createTRPCClient } from "@trpc/client";
import type { AppRouter } from "~/router";

/** The one way to reach the server from a page; the package's `imports` map picks the transport. */
export const trpc = createTRPCClient<AppRouter>({ links: [link] });
