import type { TranslationOf } from "../keys";
import type english from "../en/guard";

export default {
  failure_decided: "Das hat schon jemand entschieden.",
  title: "Wächter",
  pausedTitle: "Der Versand ruht",
  pausedText:
    "Dieses Postfach hat gesendet, als hätte es jemand anderes. Es darf nicht senden, bis Sie entscheiden; Mail kommt weiter an. Fragen Sie den Menschen, dem es gehört.",
  release: "Alles richtig: Versand erlauben",
  releaseTitle: "Versand wieder erlauben?",
  releaseText: "Das Postfach darf sofort senden, und heute noch einmal so viel, ohne angehalten zu werden.",
  released: "{address} darf wieder senden.",
  confirm: "Das war jemand anderes: sperren",
  confirmTitle: "Dieses Postfach sperren?",
  confirmText:
    "Alle Sitzungen enden, niemand kann sich anmelden oder senden. Mail kommt weiter an. Zum Zurückgeben heben Sie die Sperre auf und senden einen Link für ein neues Passwort.",
  confirmed: "{address} ist gesperrt.",
  state_open: "Angehalten",
  state_released: "Alles war richtig",
  state_confirmed: "Es war jemand anderes",
  sign_rate: "{recipients} Empfänger außerhalb in einer Stunde; bisher waren es höchstens {usual}.",
  sign_fan_out: "{strangers} Empfänger in einer Stunde, denen es nie geschrieben hatte.",
  sign_bounces: "{bounced} von {recipients} Empfängern in einer Stunde gibt es nicht, oder sie haben abgelehnt.",
  sign_new_network:
    "{strangers} Empfänger, denen es nie geschrieben hatte, nach einer Anmeldung aus einem nie gesehenen Netz.",
  sign_failed_sign_ins:
    "{strangers} Empfänger, denen es nie geschrieben hatte, nach {failed} fehlgeschlagenen Anmeldungen.",
} as const satisfies TranslationOf<typeof english>;
