import type { Context } from "~/server/context";
import type { ProviderId } from "~/lib/provider-ids";

/** The providers that this installation offers, in the order of their buttons. */
export const listProviders = ({ providers }: Pick<Context, "providers">): { id: ProviderId; name: string }[] =>
  providers.map(({ id, name }) => ({ id, name }));
