import { ForgotView } from "~/features/webmail/ui/access/forgot-view";

export default function MailForgotRoute() {
  return <ForgotView />;
}
