import type { Me } from "../schema";

/** Whether a member may change what belongs to the whole tenant; what is offered follows it, what is allowed the server decides. */
export const mayAdminister = (me: Me | undefined): boolean => ["owner", "admin"].includes(me?.member.role ?? "");
