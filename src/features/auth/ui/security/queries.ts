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

/** Everything that the security page shows; of the sessions one page. */
export const securityPage = query(
  (after?: string) =>
    pageData(async () => {
      const { security } = trpc.auth;
      const [me, known, identities, sessions] = await Promise.all([
        currentMember(),
        security.get.query(),
        security.identities.query(),
        security.sessions.query({ after, limit: 20 }),
      ]);
      return { me, security: known, identities, sessions };
    }),
  "security.page",
);

/** What a change of factors shows differently. */
export const factorKeys = [securityPage.key, proofMethods.key, currentMember.key];
