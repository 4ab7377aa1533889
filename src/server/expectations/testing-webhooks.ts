import { administrators as roles, type Expectations } from "./testing-expectation";

const look = { who: "tenant", scope: "webhooks:read", roles } as const;
const change = { who: "tenant", scope: "webhooks:write", roles } as const;
const settings = { url: "https://hooks.acme.test/mail", description: "Ours", events: ["user.created"] };

/** `auth.webhooks.*`. */
export const webhooksExpectations: Expectations = {
  "auth.webhooks.list": { ...look, input: ({ webhookId }) => ({ after: webhookId, limit: 5 }) },
  "auth.webhooks.get": { ...look, input: ({ webhookId }) => ({ webhookId }) },
  "auth.webhooks.create": { ...change, isFresh: true, input: () => settings },
  "auth.webhooks.update": { ...change, isFresh: true, input: ({ webhookId }) => ({ webhookId, ...settings }) },
  "auth.webhooks.setEnabled": { ...change, input: ({ webhookId }) => ({ webhookId, isEnabled: true }) },
  "auth.webhooks.remove": { ...change, input: ({ webhookId }) => ({ webhookId }) },
  "auth.webhooks.rotateSecret": { ...change, isFresh: true, input: ({ webhookId }) => ({ webhookId }) },
  "auth.webhooks.test": { ...change, input: ({ webhookId }) => ({ webhookId }) },
  "auth.webhooks.deliveries": {
    ...look,
    input: ({ webhookId, deliveryId }) => ({ webhookId, state: "failed", after: deliveryId, limit: 5 }),
  },
  "auth.webhooks.delivery": { ...look, input: ({ deliveryId }) => ({ deliveryId }) },
  "auth.webhooks.replay": { ...change, input: ({ deliveryId }) => ({ deliveryId }) },
};
