import { action, query, reload } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import type { Role } from "../../schema";
import { failureKeyOf } from "../failure-key";
import { pageData } from "../page-data";
import { leavePage } from "../leaving";
import { currentMember } from "../queries";

/** Null where the member's role does not show the team. */
const visible = <T>(read: () => Promise<T>): Promise<T | null> =>
  pageData(() =>
    read().catch((error: unknown) => {
      if (failureKeyOf(error) === "auth.role_too_low") return null;
      throw error;
    }),
  );

/** One page of the members; `after` is the cursor of the page before. */
export const teamList = query(
  (after?: string) => visible(() => trpc.auth.team.list.query({ after, limit: 50 })),
  "team.list",
);

export const invitationList = query(
  () => visible(() => trpc.auth.team.invitations.query({ limit: 100 })),
  "team.invitations",
);

/** The domains that a domain admin can be given; at most a thousand. */
export const domainChoices = query(async () => {
  const all: { id: string; name: string }[] = [];
  for (let after: string | undefined; all.length < 1000;) {
    const page = await trpc.domains.list.query({ after, limit: 100 });
    all.push(...page.domains.map(({ id, displayName }) => ({ id, name: displayName })));
    after = page.next;
    if (!after) break;
  }
  return all;
}, "team.domains");

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const placeOf = (form: FormData) => {
  const role = text(form, "role") as Role;
  return role === "domain_admin" ? { role, domainIds: form.getAll("domainIds").map(String) } : { role };
};
const everything = [teamList.key, invitationList.key];
const refreshed = () => reload({ revalidate: everything });

export const invite = action(async (form: FormData) => {
  await trpc.auth.team.invite.mutate({ email: text(form, "email"), ...placeOf(form) });
  return refreshed();
}, "team.invite");

export const resendInvitation = action(async (invitationId: string) => {
  await trpc.auth.team.resend.mutate({ invitationId });
  return refreshed();
}, "team.resend");

export const withdrawInvitation = action(async (invitationId: string) => {
  await trpc.auth.team.withdraw.mutate({ invitationId });
  return refreshed();
}, "team.withdraw");

export const setRole = action(async (form: FormData) => {
  await trpc.auth.team.setRole.mutate({ memberId: text(form, "memberId"), ...placeOf(form) });
  return reload({ revalidate: [...everything, currentMember.key] });
}, "team.setRole");

export const transferOwnership = action(async (memberId: string) => {
  await trpc.auth.team.transferOwnership.mutate({ memberId });
  return reload({ revalidate: [...everything, currentMember.key] });
}, "team.transferOwnership");

export const removeMember = action(async (memberId: string) => {
  await trpc.auth.team.remove.mutate({ memberId });
  return refreshed();
}, "team.remove");

/** Ends with the sign-in page, loaded anew. */
export const leaveTeam = action(() => leavePage(() => trpc.auth.team.leave.mutate(), "/login"), "team.leave");
