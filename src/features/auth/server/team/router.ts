import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { freshProcedure, memberProcedure, publicProcedure, router, tenantProcedure } from "~/server/trpc";
import {
  Accepted,
  AcceptInvitation,
  InvitationLink,
  InvitationPage,
  InvitationRef,
  InvitationView,
  Invite,
  ListTeam,
  MemberRef,
  SetRole,
  TeamPage,
} from "../../schema/team";
import { acceptInvitation } from "./accept-invitation";
import { inviteMember } from "./invite-member";
import { leaveTeam } from "./leave-team";
import { listInvitations } from "./list-invitations";
import { listMembers } from "./list-members";
import { lookAtInvitation } from "./look-at-invitation";
import { removeMember } from "./remove-member";
import { resendInvitation } from "./resend-invitation";
import { setRole } from "./set-role";
import { transferOwnership } from "./transfer-ownership";
import { withdrawInvitation } from "./withdraw-invitation";

const look = tenantProcedure.meta({ scope: "team:read" });

export const teamRouter = router({
  list: look
    .meta(rest("GET /team", "List the members, oldest first"))
    .input(ListTeam)
    .output(TeamPage)
    .query(({ ctx, input }) => listMembers(ctx, input)),
  invitations: look
    .meta(rest("GET /team/invitations", "List the open invitations"))
    .input(ListTeam)
    .output(InvitationPage)
    .query(({ ctx, input }) => listInvitations(ctx, input)),
  invite: freshProcedure
    .meta(rest("POST /team/invitations", "Invite somebody by mail", { status: 201 }))
    .input(Invite)
    .output(InvitationRef)
    .mutation(({ ctx, input }) => inviteMember(ctx, input)),
  resend: memberProcedure
    .input(InvitationRef)
    .output(z.void())
    .mutation(({ ctx, input }) => resendInvitation(ctx, input)),
  withdraw: memberProcedure
    .meta(rest("DELETE /team/invitations/{invitationId}", "Take an invitation back"))
    .input(InvitationRef)
    .output(z.void())
    .mutation(({ ctx, input }) => withdrawInvitation(ctx, input)),
  /** A mutation although it changes nothing: a token does not belong into the address of a request. */
  invitation: publicProcedure
    .input(InvitationLink)
    .output(InvitationView)
    .mutation(({ ctx, input }) => lookAtInvitation(ctx, input)),
  accept: publicProcedure
    .input(AcceptInvitation)
    .output(Accepted)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  setRole: freshProcedure
    .meta(rest("PUT /team/{memberId}/role", "Give a member another role"))
    .input(SetRole)
    .output(z.void())
    .mutation(({ ctx, input }) => setRole(ctx, input)),
  remove: freshProcedure
    .meta(rest("DELETE /team/{memberId}", "Remove a member"))
    .input(MemberRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeMember(ctx, input)),
  leave: freshProcedure.output(z.void()).mutation(({ ctx }) => leaveTeam(ctx)),
  transferOwnership: freshProcedure
    .input(MemberRef)
    .output(z.void())
    .mutation(({ ctx, input }) => transferOwnership(ctx, input)),
});
