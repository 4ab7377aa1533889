import { mailServices } from "~/features/domains/server/client-setup/mail-services";
import { qrRows } from "~/features/users/server/access/show-link";
import type { MailboxCtx } from "~/server/context";
import type { PhoneSetup } from "../../schema/security";

/** Where programs of this mailbox fetch and send mail, and a profile that tells an Apple device so. The mail server of a trial lets none in. */
export async function getPhoneSetup({ platform, actor }: MailboxCtx): Promise<PhoneSetup> {
  const { address } = actor;
  if (platform.trialZone) return { address, servers: null };
  const { incoming, outgoing } = mailServices(platform);
  const profileUrl = `${platform.appUrl}/apple/${encodeURIComponent(address)}.mobileconfig`;
  return {
    address,
    servers: {
      ...{ incomingHost: incoming.host, incomingPort: incoming.port },
      ...{ outgoingHost: outgoing.host, outgoingPort: outgoing.port },
      ...{ profileUrl, picture: qrRows(profileUrl) },
    },
  };
}
