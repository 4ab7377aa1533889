import { z } from "zod";
import { Instant } from "~/lib/instant";
import { singleLine } from "~/lib/single-line";
import { Me, MemberEmail, Password, Role } from "../schema";

/** A domain admin has domains, nobody else. */
const place = { role: Role, domainIds: z.array(z.uuid()).min(1, "team.issue_domains").max(100).optional() };
const isPlace = ({ role, domainIds }: { role: Role; domainIds?: string[] }) =>
  (role === "domain_admin") === (domainIds !== undefined);
const domainsIssue = { path: ["domainIds"], message: "team.issue_domains" };

export const TeamMember = z.strictObject({
  ...{ id: z.uuid(), email: z.string(), name: z.string(), role: Role },
  /** Those of a domain admin; null means all. */
  domainIds: z.array(z.uuid()).nullable(),
  isYou: z.boolean(),
  isConfirmed: z.boolean(),
  createdAt: Instant,
});
export type TeamMember = z.infer<typeof TeamMember>;

export const ListTeam = z.strictObject({ after: z.uuid().optional(), limit: z.int().min(1).max(100).default(50) });
export type ListTeam = z.infer<typeof ListTeam>;

/** Oldest first. `next` is the cursor of the following page, absent on the last. */
export const TeamPage = z.strictObject({ members: z.array(TeamMember), next: z.uuid().optional() });
export type TeamPage = z.infer<typeof TeamPage>;

export const Invitation = z.strictObject({
  ...{ id: z.uuid(), email: z.string(), role: Role, domainIds: z.array(z.uuid()).nullable() },
  /** Address of who invited; null when they are gone. */
  invitedBy: z.string().nullable(),
  isExpired: z.boolean(),
  expiresAt: Instant,
});
export type Invitation = z.infer<typeof Invitation>;

export const InvitationPage = z.strictObject({ invitations: z.array(Invitation), next: z.uuid().optional() });
export type InvitationPage = z.infer<typeof InvitationPage>;

export const Invite = z.strictObject({ email: MemberEmail, ...place }).refine(isPlace, domainsIssue);
export type Invite = z.infer<typeof Invite>;

export const InvitationRef = z.strictObject({ invitationId: z.uuid() });
export type InvitationRef = z.infer<typeof InvitationRef>;

export const MemberRef = z.strictObject({ memberId: z.uuid() });
export type MemberRef = z.infer<typeof MemberRef>;

export const SetRole = z.strictObject({ memberId: z.uuid(), ...place }).refine(isPlace, domainsIssue);
export type SetRole = z.infer<typeof SetRole>;

/** What the fragment of an invitation's link holds. */
const LinkToken = z.string().regex(/^[\w-]{20,100}$/);

export const InvitationLink = z.strictObject({ token: LinkToken });
export type InvitationLink = z.infer<typeof InvitationLink>;

/** What whoever opened the link may see, and what it takes to accept. */
export const InvitationView = z.strictObject({
  ...{ company: z.string(), email: z.string(), role: Role, inviter: z.string().nullable() },
  /**
   * `join`: signed in with that address. `sign_in`: there is an account. `sign_up`: there is none. `other_address`: signed in with
   * another one. `confirm`: signed in, but the address is not confirmed yet.
   */
  next: z.enum(["join", "sign_in", "sign_up", "other_address", "confirm"]),
});
export type InvitationView = z.infer<typeof InvitationView>;

/** Name and password are for whoever has no account yet. */
export const AcceptInvitation = z.strictObject({
  token: LinkToken,
  name: singleLine().trim().min(1).max(100).optional(),
  password: Password.optional(),
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

export const Accepted = z.discriminatedUnion("step", [
  /** A new person, signed in. */
  z.strictObject({ step: z.literal("signed_in"), me: Me }),
  /** A place more for who is signed in already; the session stays where it is. */
  z.strictObject({ step: z.literal("joined"), tenantId: z.uuid() }),
]);
export type Accepted = z.infer<typeof Accepted>;
