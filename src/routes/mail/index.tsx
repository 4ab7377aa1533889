import { Navigate } from "@solidjs/router";

export default function MailIndex() {
  return <Navigate href="/mail/inbox" />;
}
