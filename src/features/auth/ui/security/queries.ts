import { query, redirect } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import { pageData } from "../page-data";
import { currentMember } from "../queries";

/** What the second step of a sign-in can be taken with; leads to the first one when that was not taken, or too long ago. */
export const secondStep = query(async () => {
  const step = await trpc.auth.secondStep.query();
  if (!step) throw redirect("/login");
  return step;
}, "auth.secondStep");

/** What the member can prove themselves with. */
export const proofMethods = query(() => trpc.auth.security.proofMethods.query(), "security.proofMethods");

/** How the member signs in. */
export const security = query(() => pageData(() => trpc.auth.security.get.query()), "security.get");

/** One page of where the member is signed in. */
export const ownSessions = query(
  (after?: string) => pageData(() => trpc.auth.security.sessions.query({ after, limit: 20 })),
  "security.sessions",
);

/** The provider accounts that the member signs in with. */
export const identities = query(() => pageData(() => trpc.auth.security.identities.query()), "security.identities");

/** What a change of factors shows differently. */
export const factorKeys = [security.key, proofMethods.key, ownSessions.key, currentMember.key];
