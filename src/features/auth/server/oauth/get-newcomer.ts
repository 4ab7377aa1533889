import type { Context } from "~/server/context";
import type { NewcomerView } from "../../schema/oauth";
import { openCookie } from "./sealed-cookie";
import { newcomerCookie } from "./visit-cookie";

/** The newcomer whom this browser brought back from a provider a short while ago, `null` when there is none. */
export function getNewcomer(ctx: Context): NewcomerView | null {
  const newcomer = openCookie(ctx, newcomerCookie);
  if (!newcomer) return null;
  const { provider, email, isEmailProven } = newcomer;
  return { provider: ctx.providers.find(({ id }) => id === provider)?.name ?? provider, email, isEmailProven };
}
