import type { Me } from "~/features/auth/schema";

const roles = ["owner", "admin", "domain_admin"];

/** Whether a member may change mailbox users; which ones is for the server to decide. */
export const mayChangeUsers = (me: Me | undefined): boolean => roles.includes(me?.member.role ?? "");
