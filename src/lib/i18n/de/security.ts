import type en from "../en/security";
import type { TranslationOf } from "../keys";

export default {
  title: "Sicherheit",
  code: "Code",
  codeHelp: "Sechs Ziffern aus Ihrer Authenticator-App oder einer Ihrer Wiederherstellungscodes.",
  proofTitle: "Sind Sie es noch?",
  proofText: "Was Sie vorhaben, ist wichtig, und Ihre Anmeldung liegt etwas zurück.",
  proofConfirm: "Bestätigen",
  proofWrong: "Dieses Passwort stimmt nicht.",
} as const satisfies TranslationOf<typeof en>;
