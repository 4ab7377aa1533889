import { WelcomeView } from "~/features/webmail/ui/access/welcome-view";

export default function WelcomeRoute() {
  return <WelcomeView />;
}
