import { sweepDigests } from "../../src/features/domains/server/alerts/sweep-digests";
import type { Handler } from "../handler";

export const onDomainDigestSweep: Handler<"domain.digest.sweep"> = async (_, services) => {
  await sweepDigests(services);
};
