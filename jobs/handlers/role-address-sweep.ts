import { sweepRoleAddresses } from "../../src/features/users/server/aliases/sweep-role-addresses";
import type { Handler } from "../handler";

export const onRoleAddressSweep: Handler<"role-address.sweep"> = async (_, services) => {
  await sweepRoleAddresses(services);
};
