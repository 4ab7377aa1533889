import type { Services } from "~/server/services";

/** Services on which webhooks may lead to this machine, and so to the receivers of a test. */
export const withLoopback = (services: Services): Services => ({
  ...services,
  platform: { ...services.platform, allowsLoopbackTargets: true },
});
