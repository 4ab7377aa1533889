export default {
  failure_decided: "Somebody has decided this already.",
  title: "Guard",
  pausedTitle: "Sending is paused",
  pausedText:
    "This mailbox sent as if somebody else had it. It may not send until you decide; mail arrives as before. Ask its owner.",
  release: "It was them: allow sending",
  releaseTitle: "Allow sending again?",
  releaseText: "The mailbox may send at once, and as much again today without being paused.",
  released: "{address} may send again.",
  confirm: "It was not them: lock",
  confirmTitle: "Lock this mailbox?",
  confirmText:
    "Every session ends, and nobody can sign in or send. Mail still arrives. To give it back, resume it and send its owner a link for a new password.",
  confirmed: "{address} is locked.",
  state_open: "Paused",
  state_released: "It was the owner",
  state_confirmed: "It was somebody else",
  sign_rate: "{recipients} recipients outside within an hour; the most in an hour was {usual} before.",
  sign_fan_out: "{strangers} recipients within an hour whom it had never written to.",
  sign_bounces: "{bounced} of {recipients} recipients within an hour do not exist or refused it.",
  sign_new_network: "{strangers} recipients it had never written to, after a sign-in from a network never seen before.",
  sign_failed_sign_ins: "{strangers} recipients it had never written to, after {failed} failed sign-ins.",
} as const;
